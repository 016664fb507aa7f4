/// What is looked at before the server starts, and what is said if it can't.
@NullMarked
package dev.meanwhile.start;

import org.jspecify.annotations.NullMarked;
