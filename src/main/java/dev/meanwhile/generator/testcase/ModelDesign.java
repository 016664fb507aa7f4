package dev.meanwhile.generator.testcase;

import dev.meanwhile.generator.Asking;
import dev.meanwhile.generator.Asking.Answer;
import dev.meanwhile.generator.GeneratorSettings;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestDesign;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lets a model design cases, batch by batch. Cases that aren't grounded in their requirement are dropped; kinds of cases
/// that the rules find and the model left out are added; a requirement for which nothing is left is designed by rule.
final class ModelDesign {
  private static final String PROMPT = "test-case-design";

  /// What the model replies.
  record Reply(List<ModelCase> cases) {}

  /// A case as the model writes it.
  record ModelCase(String requirementId, String title, TestCase.Type type,
      List<String> preconditions,
      List<ModelStep> steps, List<ModelDatum> testData) {}

  /// A step as the model writes it.
  record ModelStep(String action, String expected) {}

  /// A value as the model writes it.
  record ModelDatum(String name, String value, String quote) {}

  /// One batch's cases by requirement, or why it has none. Kept as a step's result.
  record Batch(Map<String, List<TestCase>> cases, String missing, boolean hopeless) {}

  /// What the model designed, filled up by rule.
  record Design(Map<String, List<TestCase>> byModel, List<String> notes) {
    List<TestCase> casesFor(Requirement requirement) {
      var byRule = TestDesign.casesFor(requirement);
      var designed = byModel.get(key(requirement));
      if (designed == null || designed.isEmpty() || !requirement.wantsTest()) {
        return byRule;
      }
      var all = new ArrayList<>(designed);
      var types = designed.stream().map(TestCase::type).toList();
      byRule.stream().filter(c -> !types.contains(c.type())).forEach(all::add);
      return all;
    }
  }

  private final Asking asking;
  private final GeneratorSettings settings;
  private final TaskRun run;

  ModelDesign(Asking asking, GeneratorSettings settings, TaskRun run) {
    this.asking = asking;
    this.settings = settings;
    this.run = run;
  }

  Design design(List<Requirement> requirements) throws Exception {
    var testable = requirements.stream().filter(Requirement::wantsTest).toList();
    var designed = new HashMap<String, List<TestCase>>();
    var notes = new ArrayList<String>();
    int size = settings.modelBatch();
    int batches = (testable.size() + size - 1) / size;
    for (int i = 0; i < batches; i++) {
      run.progress(2, TestCaseHandler.STEPS, "designing", 20 + 65 * i / batches,
          i * size + " of " + testable.size() + " requirements");
      if (i >= settings.maxModelBatches()) {
        notes.add("Requirements after number " + i * size + " were designed by rule: "
            + "meanwhile.generators.max-model-batches is " + settings.maxModelBatches() + ".");
        break;
      }
      var part = testable.subList(i * size, Math.min(testable.size(), (i + 1) * size));
      var batch = run.step("design-" + i, Batch.class, () -> ask(part));
      designed.putAll(batch.cases());
      if (!batch.missing().isEmpty()) {
        notes.add(
            "Batch " + (i + 1) + " of " + batches + " was designed by rule: " + batch.missing());
      }
      if (batch.hopeless()) {
        break;
      }
    }
    return new Design(designed, notes);
  }

  private Batch ask(List<Requirement> part) {
    var text = new StringBuilder();
    for (var requirement : part) {
      text.append("<<<").append(Asking.fenced(requirement.id())).append('\n')
          .append(Asking.fenced(requirement.text()))
          .append("\n>>>\n");
    }
    var answer = asking.ask(run, PROMPT, Map.of("requirements", text.toString()), Reply.class,
        json -> new Grounding(part, PROMPT).cases(json));
    return switch (answer) {
      case Answer.Given<Map<String, List<TestCase>>> given -> new Batch(given.value(), "", false);
      case Answer.Missing<Map<String, List<TestCase>>> missing ->
        new Batch(Map.of(), missing.reason(),
            missing.hopeless());
    };
  }

  /// The same ID can stand for two statements: what counts is the statement.
  static String key(Requirement requirement) {
    return requirement.id() + " " + requirement.textHash();
  }
}
