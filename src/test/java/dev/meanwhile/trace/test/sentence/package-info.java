/// Tests: What a sentence says.
@NullMarked
package dev.meanwhile.trace.test.sentence;

import org.jspecify.annotations.NullMarked;
