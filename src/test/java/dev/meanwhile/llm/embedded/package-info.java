@NullMarked
package dev.meanwhile.llm.embedded;

import org.jspecify.annotations.NullMarked;
