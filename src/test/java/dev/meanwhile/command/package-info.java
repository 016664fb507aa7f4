@NullMarked
package dev.meanwhile.command;

import org.jspecify.annotations.NullMarked;
