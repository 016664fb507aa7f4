/// Makes test cases from a matrix, and renders them for a test framework.
@NullMarked
package dev.meanwhile.generator.testcase;

import org.jspecify.annotations.NullMarked;
