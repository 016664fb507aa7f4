/// Tests of the figures and reasons that admins see.
@NullMarked
package dev.meanwhile.task.operations;

import org.jspecify.annotations.NullMarked;
