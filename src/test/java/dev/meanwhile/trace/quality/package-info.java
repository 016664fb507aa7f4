/// Tests: Extraction from text.
@NullMarked
package dev.meanwhile.trace.quality;

import org.jspecify.annotations.NullMarked;
