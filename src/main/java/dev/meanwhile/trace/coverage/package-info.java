/// Which requirements test cases name, and which they don't.
@NullMarked
package dev.meanwhile.trace.coverage;

import org.jspecify.annotations.NullMarked;
