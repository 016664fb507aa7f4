/// Tests: Requirements and their tests.
@NullMarked
package dev.meanwhile.trace;

import org.jspecify.annotations.NullMarked;
