/// The ground: the only types that every package may use.
@NullMarked
package dev.meanwhile;

import org.jspecify.annotations.NullMarked;
