/// Requirements, their links and findings, and how they are found in text. Pure: no framework, no I/O, no clock, so that
/// the same text always gives the same matrix.
@NullMarked
package dev.meanwhile.trace;

import org.jspecify.annotations.NullMarked;
