/// The rows of tasks and what is told of each change: reads, the moves of the state machine, steps, history.
@NullMarked
package dev.meanwhile.task.row;

import org.jspecify.annotations.NullMarked;
