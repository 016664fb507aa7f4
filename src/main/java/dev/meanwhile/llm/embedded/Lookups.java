package dev.meanwhile.llm.embedded;

import dev.meanwhile.llm.embedded.Talk.Call;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Looks at tasks and artifacts, and steers tasks. What "it" is comes from the conversation, else from a list.
final class Lookups {
  private static final int LIST = 0;
  private static final int ACT = 1;

  private final Talk talk;
  private final KnownTasks known;

  Lookups(Talk talk, KnownTasks known) {
    this.talk = talk;
    this.known = known;
  }

  Move move(Wish wish, int index) {
    var acted = call(index, ACT);
    if (acted.isPresent()) {
      return new Move.Told(Wording.of(acted.get()));
    }
    return switch (wish) {
      case Wish.Status(var id) -> status(id);
      case Wish.ListTasks(var status) ->
        new Move.Invoke(Offer.LIST_TASKS, withText("status", status), ACT);
      case Wish.Cancel(var id) ->
        steer(Offer.CANCEL_TASK, id, index, it -> !it.isOver(), "pending|running", "open");
      case Wish.Retry(var id) ->
        steer(Offer.RETRY_TASK, id, index, KnownTasks.Known::canBeRetried, "failed|cancelled",
            "failed or cancelled");
      case Wish.ListArtifacts(var id) -> new Move.Invoke(Offer.LIST_ARTIFACTS,
          withText("task_id",
              id == null ? known.newest().map(KnownTasks.Known::id).orElse(null) : id),
          ACT);
      case Wish.Read read -> read(read, index);
      case Wish.Confirmed(var call) ->
        new Move.Invoke(call.tool(), (ObjectNode) call.arguments(), ACT);
      case Wish.Start _,Wish.Say _ -> throw new IllegalArgumentException("not a look-up: " + wish);
    };
  }

  private Move status(@Nullable String id) {
    var task = id == null ? known.newest().map(KnownTasks.Known::id).orElse(null) : id;
    return task == null
        ? new Move.Invoke(Offer.LIST_TASKS, Talk.JSON.createObjectNode(), ACT)
        : new Move.Invoke(Offer.GET_TASK, withText("task_id", task), ACT);
  }

  private Move steer(String tool, @Nullable String id, int index, Predicate<KnownTasks.Known> fits,
      String states,
      String stateWords) {
    var task = id == null ? known.newest(fits).map(KnownTasks.Known::id).orElse(null) : id;
    if (task != null) {
      return new Move.Invoke(tool, withText("task_id", task), ACT);
    }
    var listed = call(index, LIST);
    if (listed.isEmpty()) {
      return new Move.Invoke(Offer.LIST_TASKS, Talk.JSON.createObjectNode(), LIST);
    }
    var fitting = listed.get().result().path("tasks").valueStream()
        .filter(it -> it.path("status").asString("").matches(states)).toList();
    return switch (fitting.size()) {
      case 0 -> new Move.Told("You have no task that is " + stateWords + ".");
      case 1 -> new Move.Invoke(tool,
          withText("task_id", fitting.getFirst().path("task_id").asString("")), ACT);
      default -> new Move.Told("Which one? Give me its ID.\n" + Wording.tasks(fitting));
    };
  }

  private Move read(Wish.Read wish, int index) {
    if (wish.artifactId() != null && !known.has(wish.artifactId())) {
      return new Move.Invoke(Offer.READ_ARTIFACT, withText("artifact_id", wish.artifactId()), ACT);
    }
    var listed = call(index, LIST);
    if (listed.isEmpty()) {
      return new Move.Invoke(Offer.LIST_ARTIFACTS, where(wish), LIST);
    }
    return fitting(wish, listed.get().result().path("artifacts").valueStream().toList())
        .<Move>map(it -> new Move.Invoke(Offer.READ_ARTIFACT,
            withText("artifact_id", it.path("artifact_id").asString("")), ACT))
        .orElse(new Move.Told(
            listed.get().failed() ? Wording.of(listed.get()) : "There is no such file yet."));
  }

  private ObjectNode where(Wish.Read wish) {
    if (wish.artifactId() != null) {
      return withText("task_id", wish.artifactId());
    }
    if (wish.kind() != null) {
      return withText("kind", wish.kind());
    }
    return withText("task_id",
        wish.name() == null ? known.newest().map(KnownTasks.Known::id).orElse(null) : null);
  }

  private static Optional<JsonNode> fitting(Wish.Read wish, List<JsonNode> artifacts) {
    var name = wish.name();
    return artifacts.stream()
        .filter(it -> name == null
            || it.path("name").asString("").toLowerCase(Locale.ROOT).endsWith(name))
        .findFirst();
  }

  private static ObjectNode withText(String field, @Nullable String text) {
    var arguments = Talk.JSON.createObjectNode();
    return text == null ? arguments : arguments.put(field, text);
  }

  private Optional<Call> call(int index, int phase) {
    return talk.now().call(Plan.suffix(index, phase));
  }
}
