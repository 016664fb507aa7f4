/// Finds requirements in passages of text.
@NullMarked
package dev.meanwhile.trace.extract;

import org.jspecify.annotations.NullMarked;
