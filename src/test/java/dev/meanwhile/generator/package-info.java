/// Tests: The generators through the real engine.
@NullMarked
package dev.meanwhile.generator;

import org.jspecify.annotations.NullMarked;
