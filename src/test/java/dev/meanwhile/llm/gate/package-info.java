@NullMarked
package dev.meanwhile.llm.gate;

import org.jspecify.annotations.NullMarked;
