@NullMarked
package dev.meanwhile.document.result;

import org.jspecify.annotations.NullMarked;
