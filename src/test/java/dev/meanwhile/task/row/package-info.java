/// Tests of what stands in `task.row`.
@NullMarked
package dev.meanwhile.task.row;

import org.jspecify.annotations.NullMarked;
