package dev.meanwhile.task.rest;

import dev.meanwhile.UserId;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether a conversation that a request names is the user's. A look at the key alone: conversations themselves are
/// above tasks.
@Component
class TaskConversations {
  private final JdbcClient jdbc;

  TaskConversations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean exists(UserId user, UUID conversationId) {
    return jdbc.sql("select count(*) from conversation where user_id = ? and conversation_id = ?")
        .param(user.value()).param(conversationId).query(Integer.class).single() == 1;
  }
}
