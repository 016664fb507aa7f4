@NullMarked
package dev.meanwhile.node;
import org.jspecify.annotations.NullMarked;
