@NullMarked
package dev.meanwhile.start;

import org.jspecify.annotations.NullMarked;
