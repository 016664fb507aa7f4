/// How the engine as a whole is: figures over all users, and stuck work with the reason. For admins; nothing here reads
/// what a task was given or made.
@NullMarked
package dev.meanwhile.task.operations;

import org.jspecify.annotations.NullMarked;
