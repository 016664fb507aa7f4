/// Test cases, and how they are designed from the wording of a requirement.
@NullMarked
package dev.meanwhile.trace.test;

import org.jspecify.annotations.NullMarked;
