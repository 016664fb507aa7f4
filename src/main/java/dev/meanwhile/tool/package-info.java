/// What the agent, and later other programs, may do with tasks and artifacts: described once, thin, and always in the
/// name of the user that the server knows.
@NullMarked
package dev.meanwhile.tool;

import org.jspecify.annotations.NullMarked;
