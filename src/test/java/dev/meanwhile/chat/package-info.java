@NullMarked
package dev.meanwhile.chat;

import org.jspecify.annotations.NullMarked;
