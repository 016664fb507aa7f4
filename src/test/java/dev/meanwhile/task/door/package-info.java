/// Tests of tasks from the wish to the end, on a real engine.
@NullMarked
package dev.meanwhile.task.door;

import org.jspecify.annotations.NullMarked;
