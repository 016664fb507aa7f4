/// Tests of what stands in `task.line`.
@NullMarked
package dev.meanwhile.task.line;

import org.jspecify.annotations.NullMarked;
