/// Tests: Coverage.
@NullMarked
package dev.meanwhile.trace.coverage;

import org.jspecify.annotations.NullMarked;
