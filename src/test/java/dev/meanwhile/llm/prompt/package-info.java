@NullMarked
package dev.meanwhile.llm.prompt;

import org.jspecify.annotations.NullMarked;
