/// A statement and what stands around it: its ID, the labels of its form, what is said beside it.
@NullMarked
package dev.meanwhile.trace.extract.statement;

import org.jspecify.annotations.NullMarked;
