/// The event log of each user: what happened, numbered without gaps in commit order, and who is told.
@NullMarked
package dev.meanwhile.feed;

import org.jspecify.annotations.NullMarked;
