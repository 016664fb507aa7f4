/// Turns: one at a time in each conversation, in the order of its messages; what a turn writes, and how tasks that ended are
/// told between turns.
@NullMarked
package dev.meanwhile.chat.turn;

import org.jspecify.annotations.NullMarked;
