/// Tests: How numbers are read.
@NullMarked
package dev.meanwhile.trace.test.number;

import org.jspecify.annotations.NullMarked;
