/// Language models: the client that talks to them, the gate before them, prompts, and the model that is built in.
/// Nothing else in the product talks to a provider.
@NullMarked
package dev.meanwhile.llm;

import org.jspecify.annotations.NullMarked;
