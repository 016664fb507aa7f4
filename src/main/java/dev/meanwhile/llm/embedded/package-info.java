/// The model that is built in: rules instead of weights, so that the product works offline and tests are repeatable.
/// It reads the messages and the offered tools like any model and knows nothing else.
@NullMarked
package dev.meanwhile.llm.embedded;

import org.jspecify.annotations.NullMarked;
