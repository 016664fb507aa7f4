/// What all readers of documents share: passages with their positions, lines, tables, limits.
@NullMarked
package dev.meanwhile.document.reading;

import org.jspecify.annotations.NullMarked;
