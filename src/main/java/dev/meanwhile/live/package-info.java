/// The doors to the feed: server-sent events and WebSocket. Frames in, events out; what happened is read from the feed
/// by number, so that a connection holds a position and nothing else.
@NullMarked
package dev.meanwhile.live;

import org.jspecify.annotations.NullMarked;
