/// One turn of the model with its tools and memory. It keeps nothing: a transcript comes in, a turn's outcome goes out.
@NullMarked
package dev.meanwhile.agent;

import org.jspecify.annotations.NullMarked;
