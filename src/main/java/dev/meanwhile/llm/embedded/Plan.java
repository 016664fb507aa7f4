package dev.meanwhile.llm.embedded;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.meanwhile.llm.embedded.wish.KnownTasks;
import dev.meanwhile.llm.embedded.wish.Offer;
import dev.meanwhile.llm.embedded.wish.Talk;
import dev.meanwhile.llm.embedded.wish.Wish;
import dev.meanwhile.llm.embedded.wish.Wishes;
import dev.meanwhile.llm.embedded.wish.Wishes.Understood;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Serves the wishes of one message over as many round trips as they need. It keeps nothing between requests: where it
/// stands is read from the calls that the turn has made.
final class Plan {
  private final Talk talk;
  private final Offer offer;
  private final Understood understood;
  private final Starts starts;
  private final Lookups lookups;
  private final ReportLookups reports;

  Plan(Talk talk, Offer offer) {
    this.talk = talk;
    this.offer = offer;
    this.understood = Wishes.in(talk, offer);
    var known = KnownTasks.in(talk);
    this.starts = new Starts(talk, offer, understood, known);
    this.lookups = new Lookups(talk, known);
    this.reports = new ReportLookups(talk);
  }

  /// The calls that can be made now, all at once.
  List<ToolExecutionRequest> nextCalls() {
    var calls = new ArrayList<ToolExecutionRequest>();
    for (int i = 0; i < understood.wishes().size(); i++) {
      for (var invoke : invokes(move(i))) {
        calls.add(ToolExecutionRequest.builder().id(talk.callId(suffix(i, invoke.phase())))
            .name(invoke.tool()).arguments(invoke.arguments().toString()).build());
      }
    }
    return calls;
  }

  private static List<Move.Invoke> invokes(Move move) {
    return switch (move) {
      case Move.Invoke invoke -> List.of(invoke);
      case Move.InvokeAll(var all) -> all;
      case Move.Wait _,Move.Told _ -> List.of();
    };
  }

  /// What to say when no call is left.
  String reply() {
    return IntStream.range(0, understood.wishes().size()).mapToObj(this::move)
        .map(it -> it instanceof Move.Told(String text) ? text : "").filter(it -> !it.isBlank())
        .distinct()
        .collect(Collectors.joining("\n\n"));
  }

  private Move move(int index) {
    var wish = understood.wishes().get(index);
    var move = switch (wish) {
      case Wish.Start start -> starts.move(start, index);
      case Wish.Say(String text) -> new Move.Told(text);
      case Wish.Ask ask -> reports.wantsCoverageFirst(ask, index)
          ? starts.move(new Wish.Coverage(false, ask.projectId()), index)
          : reports.move(ask, index);
      default -> lookups.move(wish, index);
    };
    return invokes(move).stream().anyMatch(call -> !offer.has(call.tool()))
        ? new Move.Told("I can't do that here: the tool for it isn't on offer.")
        : move;
  }

  static String suffix(int index, int phase) {
    return "_" + index + "_" + phase;
  }
}
