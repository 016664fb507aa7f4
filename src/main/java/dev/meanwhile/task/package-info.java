/// Tasks: what users ask for in the background, who may run when, and how each ends exactly once.
@NullMarked
package dev.meanwhile.task;

import org.jspecify.annotations.NullMarked;
