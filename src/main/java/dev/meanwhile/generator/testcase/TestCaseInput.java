package dev.meanwhile.generator.testcase;

import dev.meanwhile.Problem;
import dev.meanwhile.generator.testcase.render.Framework;
import dev.meanwhile.task.handler.Describe;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What test cases are made from: exactly one of a text, an artifact, a task.
record TestCaseInput(
    @Nullable @Describe("The requirements or the RTM as text, CSV or Markdown; this, rtm_artifact_id or rtm_from_task") String rtmContent,
    @Nullable @Describe("ID of an RTM artifact") UUID rtmArtifactId,
    @Nullable @Describe("ID of a task that makes an RTM; this task waits for it") UUID rtmFromTask,
    @Nullable @Describe("How the test cases are made") Options generationOptions) {

  /// How the test cases are made.
  record Options(
      @Nullable @Describe("Whether cases with rejected or forbidden input are made too; default true") Boolean includeNegativeTests,
      @Nullable @Describe("pytest (default), junit, gherkin, robot or playwright") String testFramework) {
    Options {
      Framework.of(testFramework);
    }
  }

  TestCaseInput {
    long given = Stream.of(rtmContent, rtmArtifactId, rtmFromTask).filter(Objects::nonNull).count();
    if (given > 1) {
      throw Problem.badField(rtmContent != null ? "rtm_content" : "rtm_artifact_id",
          "give exactly one of rtm_content, rtm_artifact_id and rtm_from_task");
    }
    if (given == 0 || (rtmContent != null && rtmContent.isBlank())) {
      throw Problem.badField("rtm_content",
          "is missing or empty; give it, rtm_artifact_id or rtm_from_task");
    }
  }

  boolean includeNegative() {
    return generationOptions == null
        || !Boolean.FALSE.equals(generationOptions.includeNegativeTests());
  }

  Framework framework() {
    return Framework.of(generationOptions == null ? null : generationOptions.testFramework());
  }
}
