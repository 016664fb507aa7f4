@NullMarked
package dev.meanwhile.tool;

import org.jspecify.annotations.NullMarked;
