package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.chaos.Diary.Event;
import dev.meanwhile.chaos.Violation.Kind;
import org.junit.jupiter.api.Test;

/// The checker sees work that was done twice, or without effect.
class WorkTest extends HealthyStory {
  @Test
  void aStepDoneAgainAfterItsResultWasStored() {
    story.begin(task, "second");
    story.execution(task, "s0", "second");
    assertFound(Kind.STEP_REPEATED);
  }

  @Test
  void aStepDoneTwiceInATry() {
    story.diary.add(story.line(Event.STEP, task, "first", "s0"));
    assertThat(story.check()).extracting(Violation::kind).contains(Kind.STEP_REPEATED);
  }

  @Test
  void aResultThatAnOutdatedTryStored() {
    var other = story.newId();
    story.task(other, "completed", null, null, "step");
    story.moves(other, "task.created", "task.started");
    story.begin(other, "old");
    story.startedAs(other, 2);
    story.begin(other, "new");
    story.execution(other, "s0", "new");
    story.step(other, "s0", 1, "old");
    story.moves(other, "task.completed");
    assertFound(Kind.STEP_REPEATED);
  }

  @Test
  void aStepStoredTwice() {
    story.entry(task, "step.finished", 1, false, "s0");
    story.history.sort(java.util.Comparator.comparing(
        entry -> entry.type().equals("task.completed")));
    story.renumber(task);
    assertFound(Kind.STEP_REPEATED);
  }

  @Test
  void aRetryThatPaysAgain() {
    var failed = story.newId();
    story.task(failed, "failed", null, null, "step", "hopeless");
    story.moves(failed, "task.created", "task.started");
    story.step(failed, "s0", 1, "first-of-failed");
    story.moves(failed, "task.failed");
    story.error(failed, "hopeless");
    var retry = story.newId();
    story.task(retry, "cancelled", null, failed, "step", "hopeless");
    story.moves(retry, "task.created", "task.started", "task.cancelled");
    assertFound(Kind.RETRY_REPEATED);
  }

  @Test
  void anEndWithTwoArtifacts() {
    story.artifacts(task, 2);
    assertFound(Kind.WRONG_ARTIFACTS);
  }
}
