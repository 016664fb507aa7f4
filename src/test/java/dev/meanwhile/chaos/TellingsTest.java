package dev.meanwhile.chaos;

import dev.meanwhile.chaos.Violation.Kind;
import org.junit.jupiter.api.Test;

/// The checker sees what users were told wrongly, twice or never.
class TellingsTest extends HealthyStory {
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
}
