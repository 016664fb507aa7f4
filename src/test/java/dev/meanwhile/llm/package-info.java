@NullMarked
package dev.meanwhile.llm;

import org.jspecify.annotations.NullMarked;
