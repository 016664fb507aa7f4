/// What stands on the pages of a PDF, as it was drawn: words and rules with their places.
@NullMarked
package dev.meanwhile.document.pdf.page;

import org.jspecify.annotations.NullMarked;
