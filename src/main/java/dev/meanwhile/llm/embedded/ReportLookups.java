package dev.meanwhile.llm.embedded;

import dev.meanwhile.llm.embedded.wish.Offer;
import dev.meanwhile.llm.embedded.wish.Talk;
import dev.meanwhile.llm.embedded.wish.Talk.Call;
import dev.meanwhile.llm.embedded.wish.Wish;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Asks the project's reports, a call for each part of them, and says what they know.
final class ReportLookups {
  /// The first phase: starts use those below it, for the same wish.
  private static final int FIRST = 10;

  private final Talk talk;

  ReportLookups(Talk talk) {
    this.talk = talk;
  }

  Move move(Wish.Ask ask, int index) {
    var told = IntStream.range(0, ask.parts().size()).mapToObj(i -> call(index, i))
        .flatMap(Optional::stream).toList();
    return told.isEmpty() ? asking(ask) : new Move.Told(answer(told, ask.like()));
  }

  private static Move asking(Wish.Ask ask) {
    return new Move.InvokeAll(IntStream.range(0, ask.parts().size())
        .mapToObj(i -> new Move.Invoke(Offer.READ_REPORT, arguments(ask, i), FIRST + i)).toList());
  }

  private static String answer(List<Call> told, String like) {
    var parts = told.stream().map(it -> it.failed()
        ? Wording.of(it)
        : ReportWording.of(it.result(), like));
    var outdated = told.stream().flatMap(it -> ReportWording.outdated(it.result()).stream());
    return Stream.concat(parts, outdated).distinct().collect(Collectors.joining("\n\n"));
  }

  /// Whether requirements without a test were asked for, and nobody has counted them yet: then that is to be done.
  boolean wantsCoverageFirst(Wish.Ask ask, int index) {
    return ask.parts().equals(ReportWording.ONLY_GAPS)
        && call(index, 0).filter(it -> !it.failed())
            .filter(it -> it.result().path("reports").isEmpty()).isPresent();
  }

  private static ObjectNode arguments(Wish.Ask ask, int part) {
    var arguments = Talk.JSON.createObjectNode().put("part", ask.parts().get(part));
    if (!ask.like().isEmpty()) {
      arguments.put("like", ask.like());
    }
    if (ask.projectId() != null) {
      arguments.put("project_id", Objects.requireNonNull(ask.projectId()));
    }
    return arguments;
  }

  private Optional<Call> call(int index, int part) {
    return talk.now().call(Plan.suffix(index, FIRST + part));
  }
}
