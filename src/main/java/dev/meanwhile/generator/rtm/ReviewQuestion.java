package dev.meanwhile.generator.rtm;

import dev.meanwhile.generator.Asking;
import dev.meanwhile.generator.Asking.Answer;
import dev.meanwhile.generator.Asking.Loss;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.task.handler.TransientFailure;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Words;
import dev.meanwhile.generator.rtm.ReviewBatch.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One batch of segments put before a model: each with its number, its neighbours as context. Every segment with a modal
/// word has to be judged; those that the model leaves out are asked about once more, alone.
final class ReviewQuestion {
  static final String PROMPT = "rtm-extract";
  private static final int LEAST_WORDS = 3;

  /// What the model replies.
  record Reply(List<Item> items) {}

  /// The model's judgement of a segment, or of a sentence in it.
  record Item(int segment, Judgement kind, String quote) {}

  /// What a segment is.
  enum Judgement {
    REQUIREMENT, CANDIDATE, NONE
  }

  private final Asking asking;
  private final TaskRun run;
  private final List<Segment> segments;
  private final int from;
  private final int to;
  private final List<Found> found = new ArrayList<>();
  private int invented;

  /// @param from the first segment of the batch, from 0
  /// @param to behind the last one
  ReviewQuestion(Asking asking, TaskRun run, List<Segment> segments, int from, int to) {
    this.asking = asking;
    this.run = run;
    this.segments = segments;
    this.from = from;
    this.to = to;
  }

  ReviewBatch ask() {
    var open = new TreeSet<>(IntStream.range(from, to).boxed().toList());
    var missing = ask(open);
    if (missing != null) {
      return missing;
    }
    open.removeIf(i -> !segments.get(i).mustBeJudged());
    if (!open.isEmpty()) {
      again(open);
    }
    return invented > 0 && found.isEmpty()
        ? new ReviewBatch(found, "none of the model's items can be used", Loss.THIS_ONE, invented,
            open.size())
        : new ReviewBatch(found, "", Loss.THIS_ONE, invented, open.size());
  }

  /// The first answer is paid for and stays good, whatever becomes of the second question.
  private void again(Set<Integer> open) {
    try {
      ask(open);
    } catch (TransientFailure failure) {
      run.checkpoint();
    }
  }

  /// Asks about the open segments and takes those away that were judged; returns why there is no answer, if there is none.
  private @Nullable ReviewBatch ask(Set<Integer> open) {
    var shown = Set.copyOf(open);
    var answer = asking.ask(run, PROMPT, Map.of("segments", text(segments, open)), Reply.class,
        json -> json);
    switch (answer) {
      case Answer.Given<JsonNode> given -> {
        given.value().path("items").forEach(item -> take(item, shown, open));
        return null;
      }
      case Answer.Missing<JsonNode> missing -> {
        return ReviewBatch.missing(missing.reason(), missing.loss());
      }
    }
  }

  private void take(JsonNode item, Set<Integer> shown, Set<Integer> open) {
    int at = item.path("segment").asInt(0) - 1;
    var kind = item.path("kind").asString("");
    var quote = Words.oneLine(item.path("quote").asString(""));
    if (!shown.contains(at)) {
      invented++;
    } else if (kind.equals("none")) {
      open.remove(at);
    } else if (Words.count(quote) < LEAST_WORDS || !segments.get(at).holds(quote)
        || Asking.isOrder(quote)) {
      invented++;
    } else {
      open.remove(at);
      found.add(new Found(segments.get(at).index(), quote,
          kind.equals("requirement") ? Tier.REQUIREMENT : Tier.CANDIDATE));
    }
  }

  /// The segments as the prompt shows them, with one neighbour on each side of a gap as context.
  static String text(List<Segment> segments, Set<Integer> asked) {
    var text = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      boolean own = asked.contains(i);
      if (own || asked.contains(i + 1) || asked.contains(i - 1)) {
        var segment = segments.get(i);
        text.append(own ? "<<<" + (i + 1) : "<<<context").append('\n');
        if (!segment.leadIn().isEmpty()) {
          text.append("(under: ").append(Asking.fenced(segment.leadIn())).append(")\n");
        }
        text.append(Asking.fenced(segment.text())).append("\n>>>\n");
      }
    }
    return text.toString();
  }
}
