/// Tests of what stands in `task.work`.
@NullMarked
package dev.meanwhile.task.work;

import org.jspecify.annotations.NullMarked;
