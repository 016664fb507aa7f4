/// Reads uploaded files into text and structure.
@NullMarked
package dev.meanwhile.generator.file;

import org.jspecify.annotations.NullMarked;
