package dev.meanwhile.feed;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One thing that happened to a user's conversations and tasks.
///
/// @param seq the user's own number, from 1, without gaps
/// @param type for example `task.completed`
/// @param body what the type adds, for example `{"task":{…}}`
public record FeedEvent(long seq, String type, Instant time, @Nullable UUID conversationId,
    @Nullable UUID taskId, ObjectNode body) {

  /// The event as clients read it: the envelope with the body's members beside it.
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("seq", seq).put("type", type).put("time", time.toString());
    json.put("conversation_id", conversationId == null ? null : conversationId.toString());
    return json.setAll(body);
  }
}
