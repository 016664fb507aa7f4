package dev.meanwhile.task.door;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.task.NewTask;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The table `idempotency`: which wish a user's key stood for, as long as its task lives. Used under the user's lock.
@Component
class Idempotency {
  private final JdbcClient jdbc;
  private final JsonMapper canonical;

  Idempotency(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.canonical = json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
  }

  private record Known(String fingerprint, UUID taskId) {}

  /// The task that the key stands for.
  ///
  /// @throws Problem when the key was used for another wish
  Optional<UUID> find(NewTask wish) {
    return wish.idempotencyKey() == null
        ? Optional.empty()
        : known(wish.user(), wish.idempotencyKey()).map(known -> check(known, wish));
  }

  private Optional<Known> known(UserId user, String key) {
    return jdbc.sql("select fingerprint, task_id from idempotency where user_id = ? and key = ?")
        .param(user.value()).param(key).query((row, _) -> new Known(row.getString("fingerprint"),
            row.getObject("task_id", UUID.class)))
        .optional();
  }

  private UUID check(Known known, NewTask wish) {
    if (!known.fingerprint().equals(fingerprint(wish))) {
      throw Problem.idempotencyMismatch(
          "the key \"%s\" was used for another request".formatted(wish.idempotencyKey()));
    }
    return known.taskId();
  }

  void remember(NewTask wish, UUID taskId) {
    if (wish.idempotencyKey() != null) {
      jdbc.sql("""
        insert into idempotency (user_id, key, fingerprint, task_id) values (?, ?, ?, ?)
        """).param(wish.user().value()).param(wish.idempotencyKey()).param(fingerprint(wish))
          .param(taskId).update();
    }
  }

  private String fingerprint(NewTask wish) {
    var parts = new LinkedHashMap<String, Object>();
    parts.put("type", wish.type());
    parts.put("project", wish.project().value());
    parts.put("input", canonical.convertValue(wish.input(), LinkedHashMap.class));
    parts.put("priority", wish.priority());
    parts.put("depends_on", wish.dependsOn());
    parts.put("conversation", String.valueOf(wish.conversationId()));
    return sha256(canonical.writeValueAsString(parts));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
          .digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
