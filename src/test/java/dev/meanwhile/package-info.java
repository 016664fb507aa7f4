/// What all tests share.
@NullMarked
package dev.meanwhile;

import org.jspecify.annotations.NullMarked;
