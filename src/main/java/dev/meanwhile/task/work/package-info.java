/// The work on tasks: a ticket becomes a start, the handler works, and each task ends exactly once.
@NullMarked
package dev.meanwhile.task.work;

import org.jspecify.annotations.NullMarked;
