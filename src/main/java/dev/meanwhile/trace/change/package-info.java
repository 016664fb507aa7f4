/// Compares versions of a matrix, and guesses what was renamed.
@NullMarked
package dev.meanwhile.trace.change;

import org.jspecify.annotations.NullMarked;
