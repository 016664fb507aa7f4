package dev.meanwhile.generator.rtm;

import dev.meanwhile.generator.Asking;
import dev.meanwhile.generator.Asking.Answer;
import dev.meanwhile.generator.GeneratorSettings;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.extract.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Lets a model look for requirements in prose that has no IDs. It can add what the rules missed and raise candidates; it
/// can't take anything away, and only words of the document count.
final class ModelReview {
  private static final String PROMPT = "rtm-extract";
  private static final int LEAST_WORDS = 4;
  private static final int MOST_CHARACTERS = 4_000;

  /// What the model replies.
  record Reply(List<Item> items) {}

  /// A sentence that the model takes for a requirement.
  record Item(int passage, String quote, Tier kind) {}

  /// What the model found in one passage.
  ///
  /// @param index of the passage in the document, from 0
  record Found(int index, String quote, Tier tier) {}

  /// One batch's findings, or why it has none. Kept as a step's result.
  record Batch(List<Found> found, String missing, boolean hopeless) {}

  private final Asking asking;
  private final GeneratorSettings settings;
  private final TaskRun run;

  ModelReview(Asking asking, GeneratorSettings settings, TaskRun run) {
    this.asking = asking;
    this.settings = settings;
    this.run = run;
  }

  Rtm review(Rtm rtm, List<Passage> passages) throws Exception {
    var prose = prose(passages);
    var found = new ArrayList<Extraction.Quote>();
    var notes = new ArrayList<String>();
    int size = settings.modelBatch();
    int batches = (prose.size() + size - 1) / size;
    for (int i = 0; i < batches; i++) {
      run.progress(3, 4, "reviewing", 60 + 30 * i / batches,
          "Passages " + (i * size + 1) + " and on of " + prose.size());
      if (i >= settings.maxModelBatches()) {
        notes.add("Passages after number " + i * size + " were read by rule only: "
            + "meanwhile.generators.max-model-batches is " + settings.maxModelBatches() + ".");
        break;
      }
      var indices = prose.subList(i * size, Math.min(prose.size(), (i + 1) * size));
      var batch = run.step("review-" + i, Batch.class, () -> ask(indices, passages));
      batch.found().forEach(
          f -> found.add(new Extraction.Quote(passages.get(f.index()), f.quote(), f.tier())));
      if (!batch.missing().isEmpty()) {
        notes.add(
            "Batch " + (i + 1) + " of " + batches + " was read by rule only: " + batch.missing());
      }
      if (batch.hopeless()) {
        break;
      }
    }
    return Extraction.with(rtm, found).withNotes(notes);
  }

  /// Indices of the passages that are prose without an ID.
  private static List<Integer> prose(List<Passage> passages) {
    var indices = new ArrayList<Integer>();
    for (int i = 0; i < passages.size(); i++) {
      var passage = passages.get(i);
      boolean text = passage.kind() == Passage.Kind.PARAGRAPH
          || passage.kind() == Passage.Kind.ITEM;
      if (text && passage.text().length() <= MOST_CHARACTERS
          && Words.count(passage.text()) >= LEAST_WORDS
          && Ids.in(passage.text()).isEmpty()) {
        indices.add(i);
      }
    }
    return indices;
  }

  private Batch ask(List<Integer> indices, List<Passage> passages) {
    var text = new StringBuilder();
    for (int i = 0; i < indices.size(); i++) {
      text.append("<<<").append(i + 1).append('\n')
          .append(Asking.fenced(passages.get(indices.get(i)).text()))
          .append("\n>>>\n");
    }
    var answer = asking.ask(run, PROMPT, Map.of("passages", text.toString()), Reply.class,
        json -> read(json, indices, passages));
    return switch (answer) {
      case Answer.Given<List<Found>> given -> new Batch(given.value(), "", false);
      case Answer.Missing<List<Found>> missing ->
        new Batch(List.of(), missing.reason(), missing.hopeless());
    };
  }

  /// Only what stands in the passage word for word is taken.
  private static List<Found> read(JsonNode json, List<Integer> indices, List<Passage> passages) {
    var found = new ArrayList<Found>();
    for (var item : json.path("items")) {
      int number = item.path("passage").asInt(0);
      var quote = Words.oneLine(item.path("quote").asString(""));
      if (number < 1 || number > indices.size() || Words.count(quote) < LEAST_WORDS - 1) {
        continue;
      }
      int index = indices.get(number - 1);
      if (Words.oneLine(passages.get(index).text()).contains(quote)) {
        var tier = item.path("kind").asString("").equals("requirement")
            ? Tier.REQUIREMENT
            : Tier.CANDIDATE;
        found.add(new Found(index, quote, tier));
      }
    }
    return found;
  }
}
