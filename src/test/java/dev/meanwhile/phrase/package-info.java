@NullMarked
package dev.meanwhile.phrase;

import org.jspecify.annotations.NullMarked;
