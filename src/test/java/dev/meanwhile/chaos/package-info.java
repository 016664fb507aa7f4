/// Real server processes on one database, killed, frozen and cut off under load, and a look at everything they
/// recorded meanwhile.
@NullMarked
package dev.meanwhile.chaos;

import org.jspecify.annotations.NullMarked;
