package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.chaos.Violation.Kind;
import org.junit.jupiter.api.Test;

/// The checker sees no flaw in a healthy run, and each that concerns no single noun: cancels, keys, what is left over.
class CheckerTest extends HealthyStory {
  @Test
  void aHealthyRunHasNoViolation() {
    assertThat(story.check()).isEmpty();
  }

  @Test
  void aHealthyRunMayHaveDeathsHandOversAndRetries() {
    var other = story.newId();
    story.task(other, "failed", null, null, "step", "hopeless");
    story.moves(other, "task.created", "task.started");
    story.execution(other, "s0", "dies");
    story.startedAs(other, 2);
    story.handedOver(other);
    story.startedAs(other, 2);
    story.step(other, "s0", 3, "again");
    story.moves(other, "task.failed");
    story.error(other, "hopeless");
    var retry = story.newId();
    story.task(retry, "failed", null, other, "step", "hopeless");
    story.moves(retry, "task.created", "task.started", "task.failed");
    story.error(retry, "hopeless");
    story.takenOver(other, retry);
    assertThat(story.check()).isEmpty();
  }

  @Test
  void aCancelThatDidNotHold() {
    story.cancels.put(task, "cancelled");
    assertFound(Kind.CANCEL_UNDONE);
  }

  @Test
  void aKeyThatWasAnsweredWithTwoTasks() {
    var other = story.newId();
    story.task(other, "cancelled", null, null, "step");
    story.moves(other, "task.created", "task.cancelled");
    story.accepted("the-key", other);
    assertFound(Kind.DOUBLED_TASK);
  }

  @Test
  void aKeyThatMadeTwoTasks() {
    var other = story.newId();
    story.task(other, "cancelled", null, null, "step");
    story.moves(other, "task.created", "task.cancelled");
    story.name(other, "key-" + task);
    assertFound(Kind.DOUBLED_TASK);
  }

  @Test
  void aSlotThatNobodyNeeds() {
    story.holdsSlot(task);
    assertFound(Kind.LEAK);
  }

  @Test
  void aPlaceInLineThatNobodyNeeds() {
    story.waiting = 1;
    assertFound(Kind.LEAK);
  }

  @Test
  void aTicketThatNobodyNeeds() {
    story.tickets = 1;
    assertFound(Kind.LEAK);
  }

  @Test
  void anAnswerThatTheContractDoesNotKnow() {
    story.surprises.add("500");
    assertFound(Kind.WRONG_ANSWER);
  }
}
