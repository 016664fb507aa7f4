/// Tests: Coverage reports.
@NullMarked
package dev.meanwhile.generator.coverage;

import org.jspecify.annotations.NullMarked;
