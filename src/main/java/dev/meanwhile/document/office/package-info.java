/// Reads Office files: Word, the older Word, Excel.
@NullMarked
package dev.meanwhile.document.office;

import org.jspecify.annotations.NullMarked;
