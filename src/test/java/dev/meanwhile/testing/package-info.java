/// What tests share.
@NullMarked
package dev.meanwhile.testing;

import org.jspecify.annotations.NullMarked;
