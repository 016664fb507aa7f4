package dev.meanwhile.live;

import dev.meanwhile.Api;
import dev.meanwhile.UserId;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.NewEvent;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.door.Tasks;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Lets things happen to users, so that their feeds have something to tell.
@Component
class Happenings {
  private final Feed feed;
  private final Tasks tasks;
  private final TransactionOperations transactions;
  private final JsonMapper json;

  Happenings(Feed feed, Tasks tasks, TransactionOperations transactions, JsonMapper json) {
    this.feed = feed;
    this.tasks = tasks;
    this.transactions = transactions;
    this.json = json;
  }

  static UserId idOf(Api user) {
    return new UserId(user.user());
  }

  /// Tells events one by one, each in a transaction of its own.
  void tell(Api user, int count) {
    tell(user, count, "news");
  }

  void tell(Api user, int count, String text) {
    IntStream.range(0, count).forEach(_ -> transactions.executeWithoutResult(_ -> feed
        .tell(new NewEvent(idOf(user), "turn.started", null, null, Map.of("text", text)))));
  }

  /// Starts a probe that does this.
  Task probe(Api user, String word) {
    var input = json.createObjectNode().put("name", UUID.randomUUID().toString());
    input.putArray("plan").add(word);
    return tasks.create(new NewTask(idOf(user), "probe", new ProjectKey("p"), input, 5, List.of(),
        null, null, null)).task();
  }

  static void revokeTokenOf(Api user) {
    var token = user.get("/api/v1/tokens").json().at("/tokens/0/token_id").asString();
    user.delete("/api/v1/tokens/" + token);
  }
}
