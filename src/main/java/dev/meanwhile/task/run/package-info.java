/// The tries at work on this node: whether each may go on, how far it is, and what it writes.
@NullMarked
package dev.meanwhile.task.run;

import org.jspecify.annotations.NullMarked;
