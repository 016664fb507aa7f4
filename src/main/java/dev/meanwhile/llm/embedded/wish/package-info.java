/// What the user wants, read from the words of the last message and from what was said and done before: no tool is called
/// here.
@NullMarked
package dev.meanwhile.llm.embedded.wish;

import org.jspecify.annotations.NullMarked;
