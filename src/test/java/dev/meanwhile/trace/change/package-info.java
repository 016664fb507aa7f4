/// Tests: Extraction from text.
@NullMarked
package dev.meanwhile.trace.change;

import org.jspecify.annotations.NullMarked;
