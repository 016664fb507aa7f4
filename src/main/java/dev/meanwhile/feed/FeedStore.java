package dev.meanwhile.feed;

import static java.util.stream.Collectors.toSet;

import dev.meanwhile.UserId;
import dev.meanwhile.store.LastWrites;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The tables `feed_head` and `feed_event`.
@Component
class FeedStore {
  private final JdbcClient jdbc;
  private final LastWrites lastWrites;
  private final JsonMapper json;
  private final Clock clock;

  FeedStore(JdbcClient jdbc, LastWrites lastWrites, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.lastWrites = lastWrites;
    this.json = json;
    this.clock = clock;
  }

  /// Numbers and stores events with the current transaction's last writes, users in one order so that two transactions
  /// never wait for each other. One statement takes the numbers and stores the events.
  Set<UserId> append(List<NewEvent> events) {
    if (!events.isEmpty()) {
      lastWrites.add("""
        with event as (
          select * from unnest(:users::text[], :types::text[], :conversations::uuid[],
              :tasks::uuid[], :bodies::text[])
            with ordinality as event (user_id, type, conversation_id, task_id, body, n)),
        head as (
          insert into feed_head (user_id, seq)
          select user_id, count(*) from event group by user_id order by user_id
          on conflict (user_id) do update set seq = feed_head.seq + excluded.seq
          returning user_id, seq)
        insert into feed_event (user_id, seq, type, conversation_id, task_id, body, created_at)
        select user_id, seq + 1 - row_number() over (partition by user_id order by n desc), type,
          conversation_id, task_id, body::jsonb, :now
        from event join head using (user_id)
        """, Map.of("users", column(events, event -> event.user().value()),
          "types", column(events, NewEvent::type),
          "conversations", column(events, NewEvent::conversationId),
          "tasks", column(events, NewEvent::taskId),
          "bodies", column(events, event -> json.writeValueAsString(event.body())),
          "now", utc(clock.instant())));
    }
    return events.stream().map(NewEvent::user).collect(toSet());
  }

  private static @Nullable String[] column(List<NewEvent> events,
      Function<NewEvent, @Nullable Object> value) {
    return events.stream().map(value).map(each -> each == null ? null : each.toString())
        .toArray(String[]::new);
  }

  FeedBounds bounds(UserId user) {
    return jdbc.sql("select oldest, seq from feed_head where user_id = ?").param(user.value())
        .query((row, _) -> new FeedBounds(row.getLong("oldest"), row.getLong("seq"))).optional()
        .orElse(new FeedBounds(1, 0));
  }

  List<FeedEvent> read(UserId user, long after, int limit) {
    return jdbc.sql("""
      select seq, type, conversation_id, task_id, body, created_at from feed_event
      where user_id = ? and seq > ? order by seq limit ?
      """).param(user.value()).param(after).param(limit).query(this::event).list();
  }

  private FeedEvent event(ResultSet row, int number) throws SQLException {
    return new FeedEvent(row.getLong("seq"), row.getString("type"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("conversation_id", UUID.class), row.getObject("task_id", UUID.class),
        (ObjectNode) json.readTree(row.getString("body")));
  }

  /// Users whose oldest events are past the limit.
  List<UserId> usersWithEventsBefore(Instant limit, int count) {
    return jdbc.sql("""
      select user_id from feed_head where exists (
        select 1 from feed_event
        where feed_event.user_id = feed_head.user_id and feed_event.seq = feed_head.oldest
          and created_at < ?)
      limit ?
      """).param(utc(limit)).param(count).query((row, _) -> new UserId(row.getString(1))).list();
  }

  /// Takes events off a feed's old end, up to the first one that is young enough.
  @Transactional
  public void trim(UserId user, Instant limit) {
    jdbc.sql("select seq from feed_head where user_id = ? for update").param(user.value())
        .query(Long.class).single();
    long oldest = jdbc.sql("""
      select coalesce(
        (select min(seq) from feed_event where user_id = :user and created_at >= :limit),
        (select seq + 1 from feed_head where user_id = :user))
      """).param("user", user.value()).param("limit", utc(limit)).query(Long.class).single();
    jdbc.sql("delete from feed_event where user_id = ? and seq < ?").param(user.value())
        .param(oldest).update();
    jdbc.sql("update feed_head set oldest = ? where user_id = ?").param(oldest)
        .param(user.value()).update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
