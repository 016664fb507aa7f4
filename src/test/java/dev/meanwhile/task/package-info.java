@NullMarked
package dev.meanwhile.task;

import org.jspecify.annotations.NullMarked;
