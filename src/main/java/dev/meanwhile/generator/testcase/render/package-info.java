/// Test cases as files: of a test framework, for test management, and for people.
@NullMarked
package dev.meanwhile.generator.testcase.render;

import org.jspecify.annotations.NullMarked;
