/// The users of this installation and what they may do.
@NullMarked
package dev.meanwhile.security.user;

import org.jspecify.annotations.NullMarked;
