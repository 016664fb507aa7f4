/// The model that is built in: rules instead of weights, so that the product works offline and tests are repeatable.
/// It reads the messages and the offered tools like any model and knows nothing else: what is wanted is found out below, here
/// it is planned, called and told.
@NullMarked
package dev.meanwhile.llm.embedded;

import org.jspecify.annotations.NullMarked;
