/// One call of a model: what it shares with whoever stops it, and how it fails.
@NullMarked
package dev.meanwhile.llm.call;

import org.jspecify.annotations.NullMarked;
