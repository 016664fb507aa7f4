package dev.meanwhile.live;

import dev.meanwhile.feed.FeedEvent;
import dev.meanwhile.feed.Whisper;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which part of a feed a reader wants; a null member wants all.
record FeedFilter(@Nullable UUID conversationId, @Nullable UUID taskId) {
  static final FeedFilter ALL = new FeedFilter(null, null);

  boolean wants(FeedEvent event) {
    return (conversationId == null || conversationId.equals(event.conversationId()))
        && (taskId == null || taskId.equals(event.taskId()));
  }

  boolean wants(Whisper whisper) {
    return taskId == null
        && (conversationId == null || conversationId.equals(whisper.conversationId()));
  }
}
