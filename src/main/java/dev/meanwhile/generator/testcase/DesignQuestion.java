package dev.meanwhile.generator.testcase;

import dev.meanwhile.generator.Asking;
import dev.meanwhile.generator.Asking.Answer;
import dev.meanwhile.generator.Asking.Loss;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.task.handler.TransientFailure;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.test.TestCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One batch of requirements put before a model. Those of which it gives no case that can be kept are asked about once
/// more, without the others.
final class DesignQuestion {
  static final String PROMPT = "test-case-design";

  /// What the model replies.
  record Reply(List<ModelCase> cases) {}

  /// A case as the model writes it.
  record ModelCase(String requirementId, String quote, String title, TestCase.Type type,
      List<String> preconditions, List<ModelStep> steps, List<ModelDatum> testData) {}

  /// A step as the model writes it.
  record ModelStep(String action, String expected) {}

  /// A value as the model writes it.
  record ModelDatum(String name, String value, String quote) {}

  private final Asking asking;
  private final TaskRun run;
  private final List<Requirement> batch;
  private final Map<String, List<TestCase>> cases = new LinkedHashMap<>();
  private int dropped;

  DesignQuestion(Asking asking, TaskRun run, List<Requirement> batch) {
    this.asking = asking;
    this.run = run;
    this.batch = batch;
  }

  DesignBatch ask() {
    var missing = ask(batch);
    if (missing != null) {
      return missing;
    }
    if (!open().isEmpty()) {
      again(open());
    }
    return new DesignBatch(cases,
        cases.isEmpty() ? "the model gave no case that can be kept." : "", Loss.THIS_ONE, dropped,
        open().size());
  }

  private List<Requirement> open() {
    return batch.stream().filter(r -> !cases.containsKey(key(r))).toList();
  }

  /// The first answer is paid for and stays good, whatever becomes of the second question.
  private void again(List<Requirement> left) {
    try {
      ask(left);
    } catch (TransientFailure failure) {
      run.checkpoint();
    }
  }

  /// Asks about some requirements and takes what can be kept; returns why there is no answer, if there is none.
  private @Nullable DesignBatch ask(List<Requirement> some) {
    var answer = asking.ask(run, PROMPT, Map.of("requirements", text(some)), Reply.class,
        json -> json);
    switch (answer) {
      case Answer.Given<JsonNode> given -> {
        var grounding = new Grounding(some, PROMPT);
        cases.putAll(grounding.cases(given.value()));
        dropped += grounding.dropped();
        return null;
      }
      case Answer.Missing<JsonNode> missing -> {
        return DesignBatch.missing(missing.reason(), missing.loss());
      }
    }
  }

  /// The requirements as the prompt shows them.
  static String text(List<Requirement> requirements) {
    var text = new StringBuilder();
    for (var requirement : requirements) {
      text.append("<<<").append(Asking.fenced(requirement.id())).append('\n')
          .append(Asking.fenced(requirement.text())).append("\n>>>\n");
    }
    return text.toString();
  }

  /// The same ID can stand for two statements: what counts is the statement.
  static String key(Requirement requirement) {
    return requirement.id() + " " + requirement.textHash();
  }
}
