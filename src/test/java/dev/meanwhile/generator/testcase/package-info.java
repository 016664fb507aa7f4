/// Tests: Test cases and rendered files.
@NullMarked
package dev.meanwhile.generator.testcase;

import org.jspecify.annotations.NullMarked;
