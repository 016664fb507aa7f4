package dev.meanwhile.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CommitsTest {
  @Test
  void everyTransactionOfTasksAndTurnsThatWritesIsStruck() {
    assertThat(Commits.STRUCK).contains("Tasks.create", "RunRecords.start", "RunRecords.spent",
        "TryEndings.handBack", "TryEndings.failLost", "Admission.goOn", "TurnEnds.end",
        "Drafts.store").doesNotContain("OperationsController.tasks").doesNotHaveDuplicates();
  }

  @Test
  void whatNeedsAnOccasionIsStruck() {
    assertThat(Commits.STRUCK).containsAll(Occasions.commits());
  }

  @Test
  void aTrapAtACommitThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> Commits.checkKnown("Tasks.invent"))
        .hasMessageContaining("no transaction Tasks.invent");
  }
}
