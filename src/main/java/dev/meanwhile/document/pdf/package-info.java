/// Reads PDF: words to lines, lines to columns, tables and paragraphs.
@NullMarked
package dev.meanwhile.document.pdf;

import org.jspecify.annotations.NullMarked;
