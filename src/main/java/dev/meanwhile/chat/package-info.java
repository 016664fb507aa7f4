/// Conversations: whose they are, what is said in them, and the lock that keeps their messages in order.
@NullMarked
package dev.meanwhile.chat;

import org.jspecify.annotations.NullMarked;
