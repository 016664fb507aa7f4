@NullMarked
package dev.meanwhile.chat.turn;

import org.jspecify.annotations.NullMarked;
