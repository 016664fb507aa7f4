package dev.meanwhile.generator.rtm;

import dev.meanwhile.generator.Asking;
import dev.meanwhile.generator.Asking.Loss;
import dev.meanwhile.generator.Batches;
import dev.meanwhile.generator.GeneratorSettings;
import dev.meanwhile.generator.Patience;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.Extraction;
import java.util.ArrayList;
import java.util.List;

/// Lets a model look for requirements in prose that has no IDs. It can add what the rules missed and raise candidates; it
/// can't take anything away, and only words of the document count.
final class ModelReview {
  private final Asking asking;
  private final GeneratorSettings settings;
  private final TaskRun run;

  ModelReview(Asking asking, GeneratorSettings settings, TaskRun run) {
    this.asking = asking;
    this.settings = settings;
    this.run = run;
  }

  Rtm review(Rtm rtm, List<Passage> passages) throws Exception {
    var segments = Segment.of(passages);
    int size = settings.modelBatch();
    int all = (segments.size() + size - 1) / size;
    int asked = Math.min(all, settings.maxModelBatches());
    if (asked == 0) {
      return rtm;
    }
    var batches = batches(segments, asked);
    var notes = notes(batches, all);
    if (asked < all) {
      notes.add("Passages after number " + asked * size + " were read by rule only: "
          + "meanwhile.generators.max-model-batches is " + asked + ".");
    }
    var quotes = batches.stream().flatMap(b -> b.found().stream())
        .map(f -> new Extraction.Quote(passages.get(f.index()), f.quote(), f.tier())).toList();
    return Extraction.with(rtm, quotes).withNotes(notes);
  }

  private List<ReviewBatch> batches(List<Segment> segments, int count) throws Exception {
    int size = settings.modelBatch();
    var patience = new Patience();
    return Batches.all(count, settings.modelParallel(), i -> () -> {
      if (patience.isOver()) {
        return ReviewBatch.missing("the model doesn't answer.", Loss.ALL);
      }
      var question = new ReviewQuestion(asking, run, segments, i * size,
          Math.min(segments.size(), (i + 1) * size));
      var batch = run.step("review-" + i, ReviewBatch.class, question::ask);
      patience.asked(batch.loss());
      return batch;
    }, done -> run.progress(3, RtmHandler.STEPS, "reviewing", 60 + 30 * done / count,
        done + " of " + count + " batches of passages"));
  }

  private static List<String> notes(List<ReviewBatch> batches, int all) {
    var notes = new ArrayList<String>();
    for (int i = 0; i < batches.size(); i++) {
      var batch = batches.get(i);
      var name = "Batch " + (i + 1) + " of " + all;
      if (!batch.missing().isEmpty()) {
        notes.add(name + " was read by rule only: " + batch.missing());
      }
      if (batch.invented() > 0) {
        notes.add(name + ": " + batch.invented()
            + " of the model's items were dropped, because their words don't stand in their passage.");
      }
      if (batch.left() > 0) {
        notes.add(name + ": " + Words.counted(batch.left(), "passage")
            + " read by rule only, because the model gave no judgement.");
      }
    }
    return notes;
  }
}
