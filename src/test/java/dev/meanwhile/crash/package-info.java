/// Kills real server processes and looks at what they left.
@NullMarked
package dev.meanwhile.crash;

import org.jspecify.annotations.NullMarked;
