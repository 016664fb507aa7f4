/// Requirements in headings, paragraphs, lists, records and needs.
@NullMarked
package dev.meanwhile.trace.extract.prose;

import org.jspecify.annotations.NullMarked;
