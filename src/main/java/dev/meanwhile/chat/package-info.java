/// Conversations: messages in their order, turns one at a time, and the notices that tell how tasks ended.
@NullMarked
package dev.meanwhile.chat;

import org.jspecify.annotations.NullMarked;
