@NullMarked
package dev.meanwhile.trace.extract.id;

import org.jspecify.annotations.NullMarked;
