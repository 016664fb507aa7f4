package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.chaos.Violation.Kind;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/// A small forged history of a healthy run, which a test gives one flaw.
abstract class HealthyStory {
  final Story story = new Story();
  final UUID task = story.newId();
  final UUID conversation = story.newId();

  @BeforeEach
  void tellAHealthyStory() {
    story.task(task, "completed", conversation, null, "step", "step", "file");
    story.moves(task, "task.created", "task.started");
    story.step(task, "s0", 1, "first");
    story.step(task, "s1", 1, "first");
    story.moves(task, "task.completed");
    story.notice(conversation, task);
    story.accepted("the-key", task);
  }

  void assertFound(Kind kind) {
    assertThat(story.check()).extracting(Violation::kind).containsOnly(kind);
  }
}
