/// The gate before the model: how many calls run at once, and whose call is next.
@NullMarked
package dev.meanwhile.llm.gate;

import org.jspecify.annotations.NullMarked;
