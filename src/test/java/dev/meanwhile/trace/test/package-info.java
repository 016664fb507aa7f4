/// Tests: Design of test cases.
@NullMarked
package dev.meanwhile.trace.test;

import org.jspecify.annotations.NullMarked;
