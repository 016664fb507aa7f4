@NullMarked
package dev.meanwhile.trace.link;

import org.jspecify.annotations.NullMarked;
