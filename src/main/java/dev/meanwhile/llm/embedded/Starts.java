package dev.meanwhile.llm.embedded;

import dev.meanwhile.llm.embedded.said.Said;
import dev.meanwhile.llm.embedded.wish.KnownTasks;
import dev.meanwhile.llm.embedded.wish.Offer;
import dev.meanwhile.llm.embedded.wish.Options;
import dev.meanwhile.llm.embedded.wish.Question;
import dev.meanwhile.llm.embedded.wish.Talk;
import dev.meanwhile.llm.embedded.wish.Talk.Call;
import dev.meanwhile.llm.embedded.wish.Wish;
import dev.meanwhile.llm.embedded.wish.Wishes.Understood;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Starts tasks, in the order and with the dependencies that the user's words imply.
final class Starts {
  private static final int LOOK_UP = 0;
  private static final int START = 1;

  private final Talk talk;
  private final Offer offer;
  private final Understood understood;
  private final Said said;
  private final Options options;
  private final KnownTasks known;

  Starts(Talk talk, Offer offer, Understood understood, KnownTasks known) {
    this.talk = talk;
    this.offer = offer;
    this.understood = understood;
    this.said = understood.said();
    this.options = Options.in(said);
    this.known = known;
  }

  Move move(Wish.Start wish, int index) {
    var made = call(index, START);
    if (made.isPresent()) {
      return new Move.Told(Wording.of(made.get()));
    }
    int before = before(wish, index);
    if (before >= 0 && call(before, START).isEmpty()) {
      return canStart(before) ? new Move.Wait() : skipped();
    }
    if (before >= 0 && call(before, START).orElseThrow().taskId().isEmpty()) {
      return skipped();
    }
    return switch (wish) {
      case Wish.TestCases _ -> testCases(wish, index, before);
      case Wish.Rtm _ -> rtm(wish, before);
      case Wish.Coverage(var _, var project) -> coverage(wish, project, before);
      case Wish.ReadFile _ -> process(wish, before);
      case Wish.Custom(var _, String tool) -> new CustomArguments(offer, said, options).fill(tool)
          .map(arguments -> start(tool, following(arguments, wish, before)), Move.Told::new);
    };
  }

  private static Move skipped() {
    return new Move.Told("I didn't start what was to follow, because what it needs didn't start.");
  }

  private boolean canStart(int index) {
    return !(move((Wish.Start) understood.wishes().get(index), index) instanceof Move.Told);
  }

  /// The wish of this message whose task this one needs, or -1.
  private int before(Wish.Start wish, int index) {
    var all = understood.wishes();
    if (wish instanceof Wish.TestCases) {
      int matrix = lastBefore(index, it -> all.get(it) instanceof Wish.Rtm);
      if (matrix >= 0) {
        return matrix;
      }
    }
    return wish.chained() ? lastBefore(index, it -> all.get(it) instanceof Wish.Start) : -1;
  }

  private static int lastBefore(int index, java.util.function.IntPredicate like) {
    return IntStream.iterate(index - 1, it -> it >= 0, it -> it - 1).filter(like).findFirst()
        .orElse(-1);
  }

  private Move testCases(Wish.Start wish, int index, int before) {
    var arguments = arguments();
    var flaw = generationOptions(arguments);
    if (flaw != null) {
      return new Move.Told(flaw);
    }
    if (before >= 0 && understood.wishes().get(before) instanceof Wish.Rtm) {
      return start(Offer.TEST_CASES,
          arguments.put("rtm_from_task", call(before, START).orElseThrow().taskId()));
    }
    if (!said.document().isBlank()) {
      return start(Offer.TEST_CASES,
          following(arguments.put("rtm_content", said.document()), wish, before));
    }
    var matrix = known.newest(it -> it.type().equals("generate_rtm") && !it.canBeRetried());
    if (matrix.isPresent()) {
      return start(Offer.TEST_CASES, arguments.put("rtm_from_task", matrix.get().id()));
    }
    return fromProject(arguments, wish, index, before);
  }

  private Move fromProject(ObjectNode arguments, Wish.Start wish, int index, int before) {
    var listed = call(index, LOOK_UP);
    if (listed.isEmpty() && offer.has(Offer.LIST_ARTIFACTS)) {
      return new Move.Invoke(Offer.LIST_ARTIFACTS, arguments().put("kind", "rtm"), LOOK_UP);
    }
    var id = listed.map(it -> it.result().at("/artifacts/0/artifact_id").asString("")).orElse("");
    return id.isEmpty()
        ? new Move.Told(Question.RTM.text())
        : start(Offer.TEST_CASES, following(arguments.put("rtm_artifact_id", id), wish, before));
  }

  private @Nullable String generationOptions(ObjectNode arguments) {
    var chosen = Talk.JSON.createObjectNode();
    if (options.negatives() != null) {
      chosen.put("include_negative_tests", options.negatives());
    }
    if (options.framework() != null) {
      var names = offer.choices(Offer.TEST_CASES,
          "/properties/generation_options/properties/test_framework");
      var name = names.isEmpty()
          ? Optional.of(options.framework())
          : Options.offered(options.framework(), names);
      if (name.isEmpty()) {
        return "I can't write tests for %s. I can for %s.".formatted(options.framework(),
            String.join(", ", names));
      }
      chosen.put("test_framework", name.get());
    }
    if (!chosen.isEmpty()) {
      arguments.set("generation_options", chosen);
    }
    return null;
  }

  private Move rtm(Wish.Start wish, int before) {
    var arguments = arguments();
    if (!said.document().isBlank()) {
      arguments.put("requirements_content", said.document());
    } else if (!files().isEmpty()) {
      addFiles(arguments);
    } else {
      return new Move.Told(Question.REQUIREMENTS.text());
    }
    if (options.format() != null) {
      arguments.putObject("options").put("format", options.format());
    }
    return start(Offer.RTM, following(arguments, wish, before));
  }

  private Move coverage(Wish.Start wish, @Nullable String project, int before) {
    var arguments = arguments();
    if (project != null) {
      arguments.put("project_id", options.projectId() == null ? project : options.projectId());
    }
    if (!arguments.has("project_id") && talk.now().said().projectId() == null) {
      return new Move.Told(Question.PROJECT.text());
    }
    boolean isOfItsOwn = before < 0 && !wish.chained() && !arguments.has("project_id");
    return start(Offer.COVERAGE,
        isOfItsOwn ? afterMakers(arguments) : following(arguments, wish, before));
  }

  /// Coverage is of what the conversation's open tasks make: measured before they end, it would be of less.
  private ObjectNode afterMakers(ObjectNode arguments) {
    var open = Stream.of("generate_rtm", "generate_test_cases")
        .map(type -> known.newest(it -> it.type().equals(type) && !it.isOver()))
        .flatMap(Optional::stream).map(KnownTasks.Known::id).toList();
    if (!open.isEmpty()) {
      open.forEach(arguments.putArray("depends_on")::add);
    }
    return arguments;
  }

  private Move process(Wish.Start wish, int before) {
    if (files().isEmpty()) {
      return new Move.Told(Question.FILE.text());
    }
    var arguments = arguments();
    addFiles(arguments);
    return start(Offer.PROCESS, following(arguments, wish, before));
  }

  private void addFiles(ObjectNode arguments) {
    var ids = arguments.putArray("file_ids");
    files().forEach(it -> ids.add(it.id()));
  }

  /// The files of this message, or the newest ones that were attached before.
  private List<Said.File> files() {
    return said.files().isEmpty()
        ? talk.newestFirst().stream().map(it -> it.said().files()).filter(it -> !it.isEmpty())
            .findFirst().orElse(List.of())
        : said.files();
  }

  private ObjectNode arguments() {
    var arguments = Talk.JSON.createObjectNode();
    if (options.projectId() != null) {
      arguments.put("project_id", options.projectId());
    }
    return arguments;
  }

  /// Adds what must end first: the step before in this message, or the conversation's newest task.
  private ObjectNode following(ObjectNode arguments, Wish.Start wish, int before) {
    var id = before >= 0
        ? call(before, START).map(Call::taskId).orElse("")
        : wish.chained()
            ? known.newest().filter(it -> !it.isOver()).map(KnownTasks.Known::id).orElse("")
            : "";
    if (!id.isEmpty()) {
      arguments.putArray("depends_on").add(id);
    }
    return arguments;
  }

  private static Move start(String tool, ObjectNode arguments) {
    return new Move.Invoke(tool, arguments, START);
  }

  private Optional<Call> call(int index, int phase) {
    return talk.now().call(Plan.suffix(index, phase));
  }
}
