/// What a generator is: a handler of one kind of task, its input, and the run that it works in.
@NullMarked
package dev.meanwhile.task.handler;

import org.jspecify.annotations.NullMarked;
