/// Phrases by which a sentence is known for what it says, each with examples: read from texts, so that words stand beside
/// what they are there for. And how far a word is from the one that was meant.
@NullMarked
package dev.meanwhile.phrase;

import org.jspecify.annotations.NullMarked;
