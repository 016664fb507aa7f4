@NullMarked
package dev.meanwhile.store;

import org.jspecify.annotations.NullMarked;
