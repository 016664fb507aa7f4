package dev.meanwhile.chaos;

import dev.meanwhile.Api;
import dev.meanwhile.chaos.Recording.Entry;
import dev.meanwhile.chaos.Recording.Leftovers;
import dev.meanwhile.chaos.Recording.Message;
import dev.meanwhile.chaos.Recording.Step;
import dev.meanwhile.chaos.Recording.Task;
import dev.meanwhile.chaos.Recording.Told;
import dev.meanwhile.chaos.Recording.Turn;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Collects the [Recording] of a fleet.
final class Recorder {
  private final JdbcClient store;

  private Recorder(JdbcClient store) {
    this.store = store;
  }

  static Recording record(Fleet fleet, Recording.Promised promised) throws IOException {
    var recorder = new Recorder(fleet.store());
    return new Recording(recorder.tasks(), recorder.history(), recorder.feed(), recorder.heads(),
        recorder.messages(), recorder.turns(), recorder.steps(), fleet.diary(), promised,
        recorder.leftovers());
  }

  /// What still moves, or "" when nothing does.
  static String unrest(JdbcClient store) {
    return store.sql("""
      select concat_ws(', ',
        (select count(*) || ' open tasks' from task
          where state not in ('completed', 'failed', 'cancelled') having count(*) > 0),
        (select count(*) || ' slots' from task where holds_slot having count(*) > 0),
        (select count(*) || ' tickets' from scheduled_tasks having count(*) > 0),
        (select count(*) || ' open turns' from turn where state in ('queued', 'running')
          having count(*) > 0))
      """).query(String.class).single();
  }

  private List<Task> tasks() {
    return store.sql("""
      select t.*, t.error ->> 'code' as error_code,
        case t.error ->> 'code' when 'dependency_failed'
          then substring(t.error ->> 'message' from '[0-9a-f-]{36}') else '' end as fallen_with,
        (select count(*) from artifact a where a.task_id = t.task_id) as artifacts
      from task t order by created_at, task_id
      """).query((row, _) -> task(row)).list();
  }

  private static Task task(ResultSet row) throws SQLException {
    var input = Api.JSON.readTree(row.getString("input"));
    return new Task(uuid(row, "task_id"), row.getString("user_id"), input.path("name").asString(""),
        input.path("plan").valueStream().map(JsonNode::asString).toList(), row.getString("state"),
        row.getInt("attempt"), row.getInt("max_attempts"), row.getBoolean("holds_slot"),
        uuid(row, "conversation_id"), uuid(row, "retry_of"), row.getString("error_code"),
        parsed(row.getString("fallen_with")), row.getInt("artifacts"));
  }

  private List<Entry> history() {
    return store.sql("select * from task_event order by task_id, seq").query((row, _) -> {
      var body = Api.JSON.readTree(row.getString("body"));
      return new Entry(uuid(row, "task_id"), row.getInt("seq"), row.getString("type"),
          body.path("attempt").asInt(0), body.path("handed_over").asBoolean(false),
          body.path("step").asString(""));
    }).list();
  }

  private List<Told> feed() {
    return store.sql("""
      select *, coalesce(body -> 'message' ->> 'message_id', '') as message,
        coalesce(body ->> 'turn_id', '') as turn
      from feed_event order by user_id, seq
      """)
        .query((row, _) -> new Told(row.getString("user_id"), row.getLong("seq"),
            row.getString("type"), uuid(row, "task_id"), uuid(row, "conversation_id"),
            parsed(row.getString("message")), parsed(row.getString("turn"))))
        .list();
  }

  private Map<String, Long> heads() {
    return numbers("select user_id, seq from feed_head");
  }

  private List<Message> messages() {
    return store.sql("""
      select m.*, c.user_id from message m join conversation c using (conversation_id)
      order by conversation_id, seq
      """)
        .query((row, _) -> new Message(uuid(row, "message_id"), uuid(row, "conversation_id"),
            row.getString("user_id"), row.getInt("seq"), row.getString("role"),
            uuid(row, "turn_id"),
            Stream.of((Object[]) row.getArray("task_ids").getArray()).map(UUID.class::cast)
                .toList()))
        .list();
  }

  private List<Turn> turns() {
    return store.sql("select * from turn order by created_at")
        .query((row, _) -> new Turn(uuid(row, "turn_id"), uuid(row, "conversation_id"),
            row.getString("user_id"), row.getString("state"),
            String.valueOf(row.getString("client_id"))))
        .list();
  }

  private List<Step> steps() {
    return store.sql("select *, result #>> '{}' as token from task_step")
        .query((row, _) -> new Step(uuid(row, "task_id"), row.getString("step_key"),
            row.getInt("epoch"), row.getString("token")))
        .list();
  }

  private Leftovers leftovers() {
    return new Leftovers(
        store.sql("select count(*) from scheduled_tasks").query(Long.class).single(),
        ints("select user_id, waiting from user_slot"), ints("""
          select user_id, count(*) from task where state = 'waiting' group by user_id
          """));
  }

  private Map<String, Long> numbers(String sql) {
    var numbers = new HashMap<String, Long>();
    store.sql(sql).query(row -> {
      numbers.put(row.getString(1), row.getLong(2));
    });
    return numbers;
  }

  private Map<String, Integer> ints(String sql) {
    var ints = new HashMap<String, Integer>();
    numbers(sql).forEach((user, number) -> ints.put(user, Math.toIntExact(number)));
    return ints;
  }

  private static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static @Nullable UUID parsed(@Nullable String text) {
    return text == null || text.isEmpty() ? null : UUID.fromString(text);
  }
}
