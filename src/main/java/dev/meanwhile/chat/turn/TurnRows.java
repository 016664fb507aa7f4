package dev.meanwhile.chat.turn;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.meanwhile.UserId;
import dev.meanwhile.chat.Post;
import dev.meanwhile.project.ProjectKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table `turn`; changed under the conversation's lock, but for the draft.
@Component
class TurnRows {
  private static final String COLUMNS = """
    turn_id, conversation_id, user_id, state, node, epoch, draft, project_id, file_ids, user_seq,
    reply_seq
    """;

  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
  private final JdbcClient jdbc;
  private final Clock clock;

  TurnRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  UUID queue(UserId user, UUID conversationId, Post post, int userSeq) {
    var id = ids.generate();
    var project = post.projectId();
    jdbc.sql("""
      insert into turn (turn_id, conversation_id, user_id, state, client_id, project_id, file_ids,
        user_seq, created_at)
      values (:id, :conversation, :user, 'queued', :client, :project, :files, :seq, :now)
      """).param("id", id).param("conversation", conversationId).param("user", user.value())
        .param("client", post.clientId()).param("project", project == null ? null : project.value())
        .param("files", post.files().toArray(UUID[]::new)).param("seq", userSeq)
        .param("now", now()).update();
    return id;
  }

  Optional<TurnRow> find(UUID turnId) {
    return jdbc.sql("select " + COLUMNS + " from turn where turn_id = ?").param(turnId)
        .query(TurnRows::row).optional();
  }

  Optional<TurnRow> ofClient(UUID conversationId, String clientId) {
    return jdbc.sql("select " + COLUMNS + " from turn where conversation_id = ? and client_id = ?")
        .param(conversationId).param(clientId).query(TurnRows::row).optional();
  }

  int queued(UUID conversationId) {
    return jdbc.sql("select count(*) from turn where conversation_id = ? and state = 'queued'")
        .param(conversationId).query(Integer.class).single();
  }

  Optional<TurnRow> running(UUID conversationId) {
    return jdbc
        .sql("select " + COLUMNS + " from turn where conversation_id = ? and state = 'running'")
        .param(conversationId).query(TurnRows::row).optional();
  }

  /// Starts the next queued turn of a locked conversation in which none runs.
  Optional<TurnRow> start(UUID conversationId, String node, int replySeq) {
    return jdbc.sql("""
      update turn set state = 'running', node = :node, epoch = epoch + 1, reply_seq = :seq,
        started_at = :now
      where turn_id = (select turn_id from turn
        where conversation_id = :id and state = 'queued' order by created_at, turn_id limit 1)
      returning
      """ + COLUMNS).param("node", node).param("seq", replySeq).param("now", now())
        .param("id", conversationId).query(TurnRows::row).optional();
  }

  /// Lets the stored draft go on with this; false when the turn is over.
  ///
  /// @param kept how much of it stays, in code points
  boolean draft(TurnRow turn, int kept, String more) {
    return jdbc.sql("""
      update turn set draft = left(draft, ?) || ?
      where turn_id = ? and epoch = ? and state = 'running'
      """).param(kept).param(more).param(turn.turnId()).param(turn.epoch()).update() == 1;
  }

  /// Ends a running turn; false when it is over already.
  ///
  /// @throws IllegalStateException when a turn in this state can't end so
  boolean end(TurnRow turn, TurnState state, @Nullable String error, @Nullable String promptHash) {
    turn.state().checkCanBecome(state);
    return jdbc.sql("""
      update turn set state = :state, error = :error, prompt_hash = :prompt, draft = '',
        ended_at = :now
      where turn_id = :id and epoch = :epoch and state = 'running'
      """).param("state", state.word()).param("error", error).param("prompt", promptHash)
        .param("now", now()).param("id", turn.turnId()).param("epoch", turn.epoch()).update() == 1;
  }

  /// Notes that the conversation's running turn is to stop.
  ///
  /// @return the turn, if one runs
  Optional<UUID> askToStop(UUID conversationId) {
    return jdbc.sql("""
      update turn set stop_asked = true where conversation_id = ? and state = 'running'
      returning turn_id
      """).param(conversationId).query((row, _) -> row.getObject(1, UUID.class)).optional();
  }

  /// Those of these turns that are to stop, or are over.
  ///
  /// @param epochs of the turns, by turn
  List<UUID> toStop(Map<UUID, Integer> epochs) {
    return jdbc.sql("""
      select one.id from unnest(:ids, :epochs) as one (id, epoch) where not exists (
        select 1 from turn where turn_id = one.id and turn.epoch = one.epoch and state = 'running'
          and not stop_asked)
      """).param("ids", epochs.keySet().toArray(UUID[]::new))
        .param("epochs", epochs.values().toArray(Integer[]::new))
        .query((row, _) -> row.getObject(1, UUID.class)).list();
  }

  /// All running turns whose node isn't there, or says that it doesn't know them.
  List<TurnRow> running(int limit) {
    return jdbc.sql("select " + COLUMNS + " from turn where state = 'running' limit ?").param(limit)
        .query(TurnRows::row).list();
  }

  /// The user's turns that are being written.
  List<TurnRow> running(UserId user) {
    return jdbc.sql("select " + COLUMNS + " from turn where state = 'running' and user_id = ?")
        .param(user.value()).query(TurnRows::row).list();
  }

  /// Conversations with a turn to run and none running.
  List<UUID> idleWithQueue(int limit) {
    return jdbc.sql("""
      select distinct conversation_id from turn queued
      where state = 'queued' and not exists (select 1 from turn
        where turn.conversation_id = queued.conversation_id and turn.state = 'running')
      limit ?
      """).param(limit).query((row, _) -> row.getObject(1, UUID.class)).list();
  }

  /// The user of a conversation with a turn to run.
  Optional<UserId> userOf(UUID conversationId) {
    return jdbc.sql("select user_id from conversation where conversation_id = ?")
        .param(conversationId).query((row, _) -> new UserId(row.getString(1))).optional();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static TurnRow row(ResultSet row, int number) throws SQLException {
    var project = row.getString("project_id");
    return new TurnRow(row.getObject("turn_id", UUID.class),
        row.getObject("conversation_id", UUID.class), new UserId(row.getString("user_id")),
        TurnState.of(row.getString("state")), row.getString("node"), row.getInt("epoch"),
        row.getString("draft"), project == null ? null : new ProjectKey(project),
        MessageRows.uuids(row.getArray("file_ids")), row.getInt("user_seq"),
        row.getObject("reply_seq", Integer.class));
  }
}
