/// Conversations and messages over HTTP.
@NullMarked
package dev.meanwhile.chat.rest;

import org.jspecify.annotations.NullMarked;
