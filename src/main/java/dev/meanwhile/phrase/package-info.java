/// Phrases by which a sentence is known for what it says, each with examples: read from texts, so that words stand beside
/// what they are there for.
@NullMarked
package dev.meanwhile.phrase;

import org.jspecify.annotations.NullMarked;
