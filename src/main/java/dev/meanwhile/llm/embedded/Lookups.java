package dev.meanwhile.llm.embedded;

import dev.meanwhile.llm.embedded.wish.KnownTasks;
import dev.meanwhile.llm.embedded.wish.Offer;
import dev.meanwhile.llm.embedded.wish.Talk;
import dev.meanwhile.llm.embedded.wish.Talk.Call;
import dev.meanwhile.llm.embedded.wish.Which;
import dev.meanwhile.llm.embedded.wish.Wish;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Looks at tasks and artifacts, and steers tasks. What "it" is comes from the conversation, else from a list.
final class Lookups {
  private static final int LIST = 0;
  private static final int ACT = 1;
  /// The first of several calls of one wish.
  private static final int EACH = 2;
  private static final int MOST_CANCELLED = 40;
  private static final String OPEN = "pending|running";
  /// Which task makes a kind of artifact, whose names begin with that kind.
  private static final Map<String, String> MAKERS = Map.of("rtm", "generate_rtm", "test_cases",
      "generate_test_cases");
  /// The formats of a matrix by the ends of the names of its files.
  private static final Map<String, String> FORMATS = Map.of(".xlsx", "xlsx", ".csv", "csv", ".md",
      "markdown", ".html", "html");
  /// Kinds whose files, in each form, have names that begin with them.
  private static final Set<String> NAMED_AFTER = Set.of("rtm", "test_cases", "coverage");

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
      case Wish.Status(var task, boolean outcome) -> status(task, outcome);
      case Wish.ListTasks(var status) ->
        new Move.Invoke(Offer.LIST_TASKS, withText("status", status), ACT);
      case Wish.Cancel(var task) ->
        steer(Offer.CANCEL_TASK, task, index, it -> !it.isOver(), OPEN, "open");
      case Wish.CancelAll(var tasks) -> cancelAll(tasks, index);
      case Wish.Retry(var task) ->
        steer(Offer.RETRY_TASK, task, index, KnownTasks.Known::canBeRetried, "failed|cancelled",
            "failed or cancelled");
      case Wish.ListArtifacts(var task) ->
        new Move.Invoke(Offer.LIST_ARTIFACTS, withText("task_id", newest(task)), ACT);
      case Wish.Read read -> read(read, index);
      case Wish.Confirmed(var call) ->
        new Move.Invoke(call.tool(), (ObjectNode) call.arguments(), ACT);
      case Wish.Start _,Wish.Say _,Wish.Ask _ ->
        throw new IllegalArgumentException("not a look-up: " + wish);
    };
  }

  private @Nullable String newest(Which task) {
    return meant(task, _ -> true);
  }

  private @Nullable String meant(Which task, Predicate<KnownTasks.Known> like) {
    return task.id() != null
        ? task.id()
        : known.meant(task, like).map(KnownTasks.Known::id).orElse(null);
  }

  /// How far "it" is, is asked of what is still open: what has ended since was told.
  private Move status(Which which, boolean outcome) {
    var open = outcome || which.first() ? null : meant(which, it -> !it.isOver());
    var task = open == null ? newest(which) : open;
    return task == null
        ? new Move.Invoke(Offer.LIST_TASKS, withText("task_type", which.type()), ACT)
        : new Move.Invoke(Offer.GET_TASK, withText("task_id", task), ACT);
  }

  /// A list first, then a call for each task that is open.
  private Move cancelAll(Which which, int index) {
    var listed = call(index, LIST);
    if (listed.isEmpty()) {
      return new Move.Invoke(Offer.LIST_TASKS,
          withText("task_type", which.type()).put("limit", MOST_CANCELLED), LIST);
    }
    var open = fitting(listed.get(), which, OPEN);
    if (open.isEmpty()) {
      return new Move.Told("You have no such task that is open.");
    }
    var cancelled = IntStream.range(0, open.size()).mapToObj(i -> call(index, EACH + i))
        .flatMap(Optional::stream).toList();
    return cancelled.isEmpty()
        ? new Move.InvokeAll(IntStream.range(0, open.size())
            .mapToObj(i -> new Move.Invoke(Offer.CANCEL_TASK,
                withText("task_id", open.get(i).path("task_id").asString("")), EACH + i))
            .toList())
        : new Move.Told(cancelled.stream().map(Wording::of).distinct()
            .collect(Collectors.joining("\n")));
  }

  private static List<JsonNode> fitting(Call listed, Which which, String states) {
    return listed.result().path("tasks").valueStream()
        .filter(it -> it.path("status").asString("").matches(states))
        .filter(it -> which.fits(it.path("task_type").asString(""))).toList();
  }

  private Move steer(String tool, Which which, int index, Predicate<KnownTasks.Known> fits,
      String states, String stateWords) {
    var task = meant(which, fits);
    if (task != null) {
      return new Move.Invoke(tool, withText("task_id", task), ACT);
    }
    var listed = call(index, LIST);
    if (listed.isEmpty()) {
      return new Move.Invoke(Offer.LIST_TASKS, Talk.JSON.createObjectNode(), LIST);
    }
    var fitting = fitting(listed.get(), which, states);
    return switch (fitting.size()) {
      case 0 -> new Move.Told("You have no such task that is " + stateWords + ".");
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
        .map(Lookups::shown)
        .or(() -> inOtherFormat(wish, listed.get()))
        .orElse(new Move.Told(
            listed.get().failed() ? Wording.of(listed.get()) : none(wish, listed.get())));
  }

  /// A workbook is for programs of its own: who asks for it gets the way to it.
  private static Move shown(JsonNode artifact) {
    var id = artifact.path("artifact_id").asString("");
    return name(artifact).endsWith(".xlsx")
        ? new Move.Told(
            "`%s` is there: download it from the card of its task, or from `/api/v1/artifacts/%s/content`."
                .formatted(artifact.path("name").asString("").replace("`", "'"), id))
        : new Move.Invoke(Offer.READ_ARTIFACT, withText("artifact_id", id), ACT);
  }

  /// A matrix that is there for programs can be written in each format for people.
  private static Optional<Move> inOtherFormat(Wish.Read wish, Call listed) {
    var format = wish.isOfForm() && "rtm".equals(wish.kind()) ? FORMATS.get(wish.name()) : null;
    return format == null
        ? Optional.empty()
        : listed.result().path("artifacts").valueStream()
            .filter(it -> name(it).startsWith("rtm_") && name(it).endsWith(".json")).findFirst()
            .map(it -> withText("rtm_artifact_id", it.path("artifact_id").asString("")))
            .map(arguments -> {
              arguments.putObject("options").put("format", format);
              return new Move.Invoke(Offer.RTM, arguments, ACT);
            });
  }

  /// Says where was looked: elsewhere there may be one.
  private static String none(Wish.Read wish, Call listed) {
    var task = listed.arguments().path("task_id").asString("");
    var none = task.isEmpty()
        ? "I found no such file in this project."
        : "Task `%s` has made no such file.".formatted(task);
    return "rtm".equals(wish.kind())
        ? none
            + " An RTM that I make of a text or a file comes as XLSX, CSV, HTML, Markdown and JSON: "
            + "paste or attach the requirements and say \"make an RTM\"."
        : none;
  }

  private ObjectNode where(Wish.Read wish) {
    if (wish.artifactId() != null) {
      return withText("task_id", wish.artifactId());
    }
    if (wish.kind() != null) {
      return madeBy(wish.kind()).map(id -> withText("task_id", id))
          .orElseGet(() -> withText("kind", wish.isOfForm() ? null : wish.kind()));
    }
    return withText("task_id",
        wish.name() == null ? known.newest().map(KnownTasks.Known::id).orElse(null) : null);
  }

  /// The task whose files hold this kind for people, beside the one for programs.
  private Optional<String> madeBy(String kind) {
    var type = MAKERS.get(kind);
    return type == null
        ? Optional.empty()
        : known.newest(it -> it.type().equals(type) && it.wasCompleted())
            .map(KnownTasks.Known::id);
  }

  private static Optional<JsonNode> fitting(Wish.Read wish, List<JsonNode> artifacts) {
    var named = wish.name();
    var kind = String.valueOf(wish.kind());
    if (named != null) {
      return artifacts.stream().filter(it -> name(it).endsWith(named))
          .filter(it -> !wish.isOfForm() || !NAMED_AFTER.contains(kind)
              || name(it).startsWith(kind))
          .findFirst();
    }
    return artifacts.stream()
        .min(Comparator.<JsonNode, Boolean>comparing(it -> !name(it).startsWith(kind))
            .thenComparing(it -> name(it).endsWith(".json")));
  }

  private static String name(JsonNode artifact) {
    return artifact.path("name").asString("").toLowerCase(Locale.ROOT);
  }

  private static ObjectNode withText(String field, @Nullable String text) {
    var arguments = Talk.JSON.createObjectNode();
    return text == null ? arguments : arguments.put(field, text);
  }

  private Optional<Call> call(int index, int phase) {
    return talk.now().call(Plan.suffix(index, phase));
  }
}
