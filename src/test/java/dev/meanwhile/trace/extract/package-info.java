/// Tests: Extraction from text.
@NullMarked
package dev.meanwhile.trace.extract;

import org.jspecify.annotations.NullMarked;
