package dev.meanwhile.generator.testcase;

import dev.meanwhile.generator.Asking;
import dev.meanwhile.generator.Asking.Loss;
import dev.meanwhile.generator.Batches;
import dev.meanwhile.generator.GeneratorSettings;
import dev.meanwhile.generator.Patience;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.test.TestCase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lets a model design cases, batch by batch. It adds to what the rules find and takes nothing away, but for the case that
/// the rules write when they find nothing to go by. Cases that aren't grounded in their requirement are dropped.
final class ModelDesign {
  /// The percentage of the whole at which the model has been asked.
  static final int UP_TO = 75;

  private final Asking asking;
  private final GeneratorSettings settings;
  private final TaskRun run;

  /// What the model designed, by statement.
  record Design(Map<String, List<TestCase>> byModel, List<String> notes) {
    static final Design NONE = new Design(Map.of(), List.of());

    /// The rules' cases of a requirement and the model's.
    List<TestCase> casesFor(Requirement requirement, List<TestCase> byRule) {
      var designed = byModel.getOrDefault(DesignQuestion.key(requirement), List.of());
      return designed.isEmpty() ? byRule : new Joined(byRule, designed).cases();
    }
  }

  ModelDesign(Asking asking, GeneratorSettings settings, TaskRun run) {
    this.asking = asking;
    this.settings = settings;
    this.run = run;
  }

  Design design(List<Requirement> requirements) throws Exception {
    var testable = requirements.stream().filter(Requirement::wantsTest).toList();
    int size = settings.modelBatch();
    int all = (testable.size() + size - 1) / size;
    int asked = Math.min(all, settings.maxModelBatches());
    if (asked == 0) {
      return Design.NONE;
    }
    var batches = batches(testable, asked);
    var notes = notes(batches, all);
    if (asked < all) {
      notes.add("Requirements after number " + asked * size + " were designed by rule only: "
          + "meanwhile.generators.max-model-batches is " + asked + ".");
    }
    var designed = new HashMap<String, List<TestCase>>();
    batches.forEach(b -> designed.putAll(b.cases()));
    return new Design(designed, notes);
  }

  private List<DesignBatch> batches(List<Requirement> testable, int count) throws Exception {
    int size = settings.modelBatch();
    var patience = new Patience();
    return Batches.all(count, settings.modelParallel(), i -> () -> {
      if (patience.isOver()) {
        return DesignBatch.missing("the model doesn't answer.", Loss.ALL);
      }
      var part = testable.subList(i * size, Math.min(testable.size(), (i + 1) * size));
      var batch = run.step("design-" + i, DesignBatch.class,
          new DesignQuestion(asking, run, part)::ask);
      patience.asked(batch.loss());
      return batch;
    }, done -> run.progress(2, TestCaseHandler.STEPS, "designing",
        TestCaseHandler.FROM + (UP_TO - TestCaseHandler.FROM) * done / count,
        done + " of " + count + " batches of requirements"));
  }

  private static List<String> notes(List<DesignBatch> batches, int all) {
    var notes = new ArrayList<String>();
    for (int i = 0; i < batches.size(); i++) {
      var batch = batches.get(i);
      var name = "Batch " + (i + 1) + " of " + all;
      if (!batch.missing().isEmpty()) {
        notes.add(name + " was designed by rule only: " + batch.missing());
      }
      if (batch.dropped() > 0) {
        notes.add("%s: %d of the model's cases were dropped, because their requirement's text "
            .formatted(name, batch.dropped()) + "doesn't bear them out.");
      }
      if (batch.left() > 0 && batch.missing().isEmpty()) {
        notes.add("%s: %s designed by rule only, because the model gave no case that can be kept."
            .formatted(name, Words.counted(batch.left(), "requirement")));
      }
    }
    return notes;
  }
}
