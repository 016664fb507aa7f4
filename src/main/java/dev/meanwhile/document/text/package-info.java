/// Reads formats that are text: Markdown, reStructuredText, StrictDoc, CSV, HTML, plain text.
@NullMarked
package dev.meanwhile.document.text;

import org.jspecify.annotations.NullMarked;
