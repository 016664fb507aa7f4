package dev.meanwhile.chaos;

import dev.meanwhile.Api;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One user's program: it asks some server, and another one when it gets no answer, until it is accepted. It uses one
/// thread.
final class Client {
  /// Answers that say "later" or "elsewhere".
  private static final Set<Integer> LATER = Set.of(429, 503);
  private static final Duration BEFORE_AGAIN = Duration.ofMillis(150);
  /// How many of its newest tasks it depends on, cancels and retries.
  private static final int MEMORY = 8;

  private final Fleet fleet;
  private final Promises promises;
  private final Pace pace;
  private final SplittableRandom random;
  private final String user;
  private final String token;
  private final List<UUID> newest = new ArrayList<>();
  private String conversation = "";
  private int number;

  Client(Fleet fleet, Promises promises, Pace pace, long seed, Api signedIn) {
    this.fleet = fleet;
    this.promises = promises;
    this.pace = pace;
    this.random = new SplittableRandom(seed);
    this.user = signedIn.user();
    this.token = signedIn.token();
  }

  /// Creates one task, and sometimes does something else too.
  void act() {
    if (conversation.isEmpty()) {
      converse();
    }
    create(Plans.any(random));
    switch (random.nextInt(100)) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 -> cancel();
      case 10, 11, 12, 13, 14, 15 -> retry();
      case 16, 17, 18 -> say("Hello");
      case 19 -> say("/testcases REQ-1: The pump shall stop within 2 seconds.");
      default -> {
      }
    }
  }

  /// Creates a task with this plan.
  void create(List<String> plan) {
    var key = user + "-" + number++;
    var body = body(key, plan);
    Function<Api, Api.Answer> ask = api -> api.with("Idempotency-Key", key)
        .post("/api/v1/tasks/trial", body);
    if (chance(10)) { // an impatient one that asks two servers at once
      var twin = Thread.startVirtualThread(() -> accept(key, tryOnce(ask)));
      accept(key, until(ask));
      join(twin);
    } else {
      accept(key, until(ask));
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<String, Object> body(String key, List<String> plan) {
    var body = new HashMap<String, Object>(Map.of("project_id", "p" + random.nextInt(3), "name",
        key, "plan", plan, "priority", 1 + random.nextInt(9)));
    if (chance(40)) {
      body.put("conversation_id", conversation);
    }
    if (chance(20) && !newest.isEmpty()) {
      body.put("depends_on", List.of(someTask(), someTask()).stream().distinct().toList());
    }
    return body;
  }

  private UUID someTask() {
    return newest.get(random.nextInt(newest.size()));
  }

  private void accept(String key, Optional<Api.Answer> answer) {
    answer.filter(it -> isExpected(it, Set.of(200, 202)))
        .map(it -> UUID.fromString(it.json().path("task_id").asString()))
        .ifPresent(id -> remember(key, id));
  }

  private synchronized void remember(String key, UUID id) {
    promises.accepted(key, id);
    newest.add(id);
    if (newest.size() > MEMORY) {
      newest.removeFirst();
    }
  }

  private void cancel() {
    if (newest.isEmpty()) {
      return;
    }
    var id = someTask();
    until(api -> api.post("/api/v1/tasks/" + id + "/cancel", ""))
        .filter(answer -> isExpected(answer, Set.of(200)))
        .ifPresent(answer -> promises.cancelled(id, answer.json().path("status").asString()));
  }

  /// Asked once: without an answer nobody knows whether there is a retry, and another one would be a second.
  private void retry() {
    if (newest.isEmpty()) {
      return;
    }
    var id = newest.getFirst();
    tryOnce(api -> api.post("/api/v1/tasks/" + id + "/retry", ""))
        .filter(answer -> isExpected(answer, Set.of(202, 409)) && answer.status() == 202)
        .ifPresent(answer -> promises.retried(id,
            UUID.fromString(answer.json().path("task_id").asString())));
  }

  private void say(String text) {
    var clientId = user + "-says-" + number++;
    until(api -> api.post("/api/v1/conversations/" + conversation + "/messages",
        Map.of("content", text, "client_id", clientId)))
        .filter(answer -> isExpected(answer, Set.of(200, 202)))
        .ifPresent(answer -> promises.queued(clientId,
            UUID.fromString(answer.json().path("turn_id").asString())));
  }

  private void converse() {
    until(api -> api.post("/api/v1/conversations", Map.of("title", "chaos")))
        .filter(answer -> isExpected(answer, Set.of(201)))
        .ifPresent(answer -> conversation = answer.json().path("conversation_id").asString());
  }

  private boolean isExpected(Api.Answer answer, Set<Integer> expected) {
    if (!expected.contains(answer.status())) {
      noteIfSurprising(answer);
    }
    return expected.contains(answer.status());
  }

  private void noteIfSurprising(Api.Answer answer) {
    if (!LATER.contains(answer.status())) {
      promises.surprise(user + " was answered " + answer.status() + " " + answer.text());
    }
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private Optional<Api.Answer> until(Function<Api, Api.Answer> ask) {
    var answer = tryOnce(ask);
    while (isWorthAnother(answer) && pace.next(BEFORE_AGAIN)) {
      answer = tryOnce(ask);
    }
    return answer;
  }

  /// After an internal error too: whoever needs the answer asks again.
  private boolean isWorthAnother(Optional<Api.Answer> answer) {
    answer.filter(it -> it.status() >= 500).ifPresent(this::noteIfSurprising);
    return answer.isEmpty() || answer.get().status() >= 500
        || LATER.contains(answer.get().status());
  }

  private Optional<Api.Answer> tryOnce(Function<Api, Api.Answer> ask) {
    return fleet.anyNode(new SplittableRandom(System.nanoTime()))
        .map(node -> answer(node, ask));
  }

  private Api.@Nullable Answer answer(ServerProcess node, Function<Api, Api.Answer> ask) {
    try {
      return ask.apply(fleet.api(node).as(user, token));
    } catch (UncheckedIOException _) {
      return null; // it died, or is frozen
    }
  }
}
