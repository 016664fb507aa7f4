@NullMarked
package dev.meanwhile.trace.extract.sentence;

import org.jspecify.annotations.NullMarked;
