package dev.meanwhile.chat.turn;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.meanwhile.chat.Message;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table `message`. Rows are added under the conversation's lock and never change, but for the mark that the model
/// was told.
@Component
class MessageRows {
  private static final String SELECT = """
    select message_id, seq, role, content, task_ids, created_at from message
    """;

  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
  private final JdbcClient jdbc;
  private final Clock clock;

  MessageRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// A message to add.
  ///
  /// @param modelJson the exchange as the model saw it, on the assistant's message
  /// @param announces the task whose end a notice tells
  record NewMessage(UUID conversationId, int seq, @Nullable UUID turnId, String role,
      String content, List<UUID> taskIds, @Nullable String modelJson, @Nullable UUID announces,
      @Nullable String promptVersion, @Nullable Integer tokens) {

    static NewMessage plain(UUID conversationId, int seq, UUID turnId, String role,
        String content) {
      return new NewMessage(conversationId, seq, turnId, role, content, List.of(), null, null, null,
          null);
    }
  }

  Message insert(NewMessage message) {
    var made = new Message(ids.generate(), message.seq(), message.role(), message.content(),
        message.taskIds(), clock.instant());
    jdbc.sql("""
      insert into message (message_id, conversation_id, seq, turn_id, role, content, task_ids,
        model_json, announces, prompt_version, tokens, created_at)
      values (:id, :conversation, :seq, :turn, :role, :content, :tasks, :json::jsonb, :announces,
        :prompt, :tokens, :now)
      """).param("id", made.messageId()).param("conversation", message.conversationId())
        .param("seq", made.seq()).param("turn", message.turnId()).param("role", made.role())
        .param("content", made.content()).param("tasks", made.taskIds().toArray(UUID[]::new))
        .param("json", message.modelJson()).param("announces", message.announces())
        .param("prompt", message.promptVersion()).param("tokens", message.tokens())
        .param("now", made.createdAt().atOffset(ZoneOffset.UTC)).update();
    return made;
  }

  Optional<Message> find(UUID conversationId, int seq) {
    return jdbc.sql(SELECT + "where conversation_id = ? and seq = ?").param(conversationId)
        .param(seq).query(MessageRows::message).optional();
  }

  /// Messages in order, up to the place that a reply being written holds, so that a reader who remembers the last `seq`
  /// never misses one.
  List<Message> list(UUID conversationId, int after, int limit) {
    return jdbc.sql(SELECT + """
      where conversation_id = :id and seq > :after
        and seq < coalesce((select min(reply_seq) from turn
          where turn.conversation_id = :id and turn.state = 'running'), 2147483647)
      order by seq limit :limit
      """).param("id", conversationId).param("after", after).param("limit", limit)
        .query(MessageRows::message).list();
  }

  /// The last exchanges as the model saw them, oldest first: a JSON array each.
  List<String> exchanges(UUID conversationId, int before, int limit) {
    return jdbc.sql("""
      select model_json from (
        select seq, model_json from message
        where conversation_id = ? and seq < ? and model_json is not null
        order by seq desc limit ?) last
      order by seq
      """).param(conversationId).param(before).param(limit)
        .query((row, _) -> row.getString(1)).list();
  }

  /// A notice that the model hasn't been told.
  record Untold(int seq, UUID taskId, String content) {}

  List<Untold> untold(UUID conversationId, int before) {
    return jdbc.sql("""
      select seq, announces, content from message
      where conversation_id = ? and seq < ? and role = 'notice' and told_in_turn is null
        and announces is not null
      order by seq
      """).param(conversationId).param(before).query((row, _) -> new Untold(row.getInt("seq"),
        row.getObject("announces", UUID.class), row.getString("content"))).list();
  }

  /// Whether a notice of the conversation tells the task's end.
  boolean isAnnounced(UUID conversationId, UUID taskId) {
    return jdbc.sql("""
      select exists (select 1 from message
        where conversation_id = ? and role = 'notice' and ? = any (task_ids))
      """).param(conversationId).param(taskId).query(Boolean.class).single();
  }

  void markTold(UUID conversationId, List<Integer> seqs, UUID turnId) {
    if (!seqs.isEmpty()) {
      jdbc.sql("""
        update message set told_in_turn = :turn where conversation_id = :id and seq in (:seqs)
        """).param("turn", turnId).param("id", conversationId).param("seqs", seqs).update();
    }
  }

  static List<UUID> uuids(Array array) throws SQLException {
    return Stream.of((Object[]) array.getArray()).map(id -> (UUID) id).toList();
  }

  private static Message message(ResultSet row, int number) throws SQLException {
    return new Message(row.getObject("message_id", UUID.class), row.getInt("seq"),
        row.getString("role"), row.getString("content"), uuids(row.getArray("task_ids")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
