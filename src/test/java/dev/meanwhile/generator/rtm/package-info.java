/// Tests: Extraction from text.
@NullMarked
package dev.meanwhile.generator.rtm;

import org.jspecify.annotations.NullMarked;
