/// Reports which requirements of a project have test cases.
@NullMarked
package dev.meanwhile.generator.coverage;

import org.jspecify.annotations.NullMarked;
