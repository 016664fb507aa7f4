package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.chaos.Violation.Kind;
import org.junit.jupiter.api.Test;

/// The checker sees each flaw in the life of a task.
class LivesTest extends HealthyStory {
  @Test
  void anAcceptedTaskThatIsNotThere() {
    story.accepted("another-key", story.newId());
    assertFound(Kind.LOST_TASK);
  }

  @Test
  void aTaskThatHasNotEnded() {
    var other = story.newId();
    story.task(other, "running", null, null, "step");
    story.moves(other, "task.created", "task.started");
    assertFound(Kind.NOT_ENDED);
  }

  @Test
  void anEndAfterTheEnd() {
    story.moves(task, "task.failed");
    assertFound(Kind.ENDED_TWICE);
  }

  @Test
  void progressAfterTheEnd() {
    story.toldOnly(task, "task.progress");
    assertFound(Kind.ENDED_TWICE);
  }

  @Test
  void aStepThatIsStoredAfterTheEnd() {
    story.step(task, "s2", 2, "first");
    assertFound(Kind.ENDED_TWICE);
  }

  @Test
  void anEndThatTheInputDoesNotLeadTo() {
    story.error(task, "internal_error");
    story.replace(task, "completed", "failed");
    assertFound(Kind.WRONG_END);
  }

  @Test
  void anEndWithoutAllSteps() {
    story.steps.removeIf(step -> step.key().equals("s1"));
    story.history.removeIf(entry -> entry.step().equals("s1"));
    story.renumber(task);
    assertFound(Kind.WRONG_END);
  }

  @Test
  void aStartAfterTheNodeGaveItBackTwice() {
    var other = story.newId();
    story.task(other, "completed", null, null, "flaky");
    story.moves(other, "task.created", "task.started", "task.retrying", "task.retrying");
    story.startedAs(other, 2);
    story.step(other, "s0", 2, "x");
    story.moves(other, "task.completed");
    assertThat(story.check()).extracting(Violation::kind).contains(Kind.ILLEGAL_MOVE);
  }

  @Test
  void aTaskThatCompletesWithoutAStart() {
    var other = story.newId();
    story.task(other, "completed", null, null, "step");
    story.withoutPlan(other);
    story.moves(other, "task.created", "task.completed");
    assertFound(Kind.ILLEGAL_MOVE);
  }

  @Test
  void aHandOverThatCountsAsATry() {
    var other = story.newId();
    story.task(other, "cancelled", null, null, "step");
    story.moves(other, "task.created", "task.started");
    story.handedOver(other);
    story.startedAs(other, 2);
    story.moves(other, "task.cancelled");
    assertFound(Kind.WRONG_ATTEMPT);
  }

  @Test
  void moreTriesThanThereMayBe() {
    var other = story.newId();
    story.task(other, "failed", null, null, "poison");
    story.moves(other, "task.created", "task.started");
    story.startedAs(other, 2);
    story.startedAs(other, 3);
    story.startedAs(other, 4);
    story.moves(other, "task.failed");
    story.error(other, "node_lost");
    assertFound(Kind.WRONG_ATTEMPT);
  }
}
