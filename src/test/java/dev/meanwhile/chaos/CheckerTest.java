package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.chaos.Diary.Event;
import dev.meanwhile.chaos.Violation.Kind;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The checker sees each way in which a promise can be broken: a small forged history of a healthy run, with one flaw.
class CheckerTest {
  private final Story story = new Story();
  private final UUID task = story.newId();
  private final UUID conversation = story.newId();

  @BeforeEach
  void tellAHealthyStory() {
    story.task(task, "completed", conversation, null, "step", "step");
    story.moves(task, "task.created", "task.started");
    story.step(task, "s0", 1, "first");
    story.step(task, "s1", 1, "first");
    story.moves(task, "task.completed");
    story.notice(conversation, task);
    story.accepted("the-key", task);
  }

  private void assertFound(Kind kind) {
    assertThat(story.check()).extracting(Violation::kind).containsOnly(kind);
  }

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

  @Test
  void anEndThatIsNotTold() {
    story.untell(task, "task.completed");
    assertFound(Kind.FEED_DIFFERS);
  }

  @Test
  void aGapInTheFeed() {
    story.skipANumber();
    story.toldOnly(null, "project.created");
    assertFound(Kind.FEED_GAP);
  }

  @Test
  void aFeedThatLostItsEnd() {
    story.skipANumber();
    assertFound(Kind.FEED_GAP);
  }

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

  @Test
  void anEndThatNoNoticeTells() {
    story.messages.clear();
    assertFound(Kind.WRONG_NOTICE);
  }

  @Test
  void anEndThatTwoNoticesTell() {
    story.notice(conversation, task);
    assertFound(Kind.WRONG_NOTICE);
  }

  @Test
  void aNoticeInAnotherConversation() {
    story.messages.clear();
    story.notice(story.newId(), task);
    assertFound(Kind.WRONG_NOTICE);
  }

  @Test
  void aNoticeThatIsNotTold() {
    story.feed.removeIf(event -> event.message() != null);
    story.head = story.feed.size();
    assertFound(Kind.WRONG_NOTICE);
  }

  @Test
  void aNoticeForEachOfAChain() {
    var parent = story.newId();
    var child = story.newId();
    story.task(parent, "failed", conversation, null, "hopeless");
    story.task(child, "failed", conversation, null, "step");
    story.moves(parent, "task.created", "task.started");
    story.moves(child, "task.created", "task.failed");
    story.moves(parent, "task.failed");
    story.error(parent, "hopeless");
    story.fallen(child, parent);
    story.notice(conversation, parent);
    story.notice(conversation, child);
    assertFound(Kind.WRONG_NOTICE);
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
  void aTurnWithTwoReplies() {
    story.turn(conversation, "completed", 2);
    assertFound(Kind.WRONG_TURN);
  }

  @Test
  void aTurnThatGoesOnForever() {
    story.turn(conversation, "running", 1);
    assertFound(Kind.WRONG_TURN);
  }

  @Test
  void aMessageThatMadeTwoTurns() {
    story.turn(conversation, "completed", 1);
    story.turn(conversation, "completed", 1);
    assertFound(Kind.WRONG_TURN);
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
