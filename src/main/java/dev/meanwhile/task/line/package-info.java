/// The users' lines: who holds a slot, who is next, and the tickets that wake the nodes.
@NullMarked
package dev.meanwhile.task.line;

import org.jspecify.annotations.NullMarked;
