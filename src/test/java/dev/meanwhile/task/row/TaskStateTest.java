package dev.meanwhile.task.row;

import static dev.meanwhile.task.row.TaskState.CANCELLED;
import static dev.meanwhile.task.row.TaskState.COMPLETED;
import static dev.meanwhile.task.row.TaskState.FAILED;
import static dev.meanwhile.task.row.TaskState.QUEUED;
import static dev.meanwhile.task.row.TaskState.RUNNING;
import static dev.meanwhile.task.row.TaskState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskStateTest {
  private static final Map<TaskState, Set<TaskState>> LEGAL = Map.of(
      WAITING, Set.of(QUEUED, FAILED, CANCELLED),
      QUEUED, Set.of(RUNNING, FAILED, CANCELLED),
      RUNNING, Set.of(RUNNING, WAITING, COMPLETED, FAILED, CANCELLED),
      COMPLETED, Set.of(), FAILED, Set.of(), CANCELLED, Set.of());

  @ParameterizedTest
  @EnumSource
  void eachStateLeadsToItsNextOnesAndToNoOther(TaskState from) {
    for (var next : TaskState.values()) {
      boolean legal = LEGAL.getOrDefault(from, Set.of()).contains(next);
      assertThat(from.canBecome(next)).as("%s to %s", from, next).isEqualTo(legal);
      if (legal) {
        assertThatCode(() -> from.checkCanBecome(next)).doesNotThrowAnyException();
      } else {
        assertThatThrownBy(() -> from.checkCanBecome(next))
            .hasMessage("%s can't become %s", from, next);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTerminalStateIsOneThatLeadsNowhere(TaskState state) {
    assertThat(state.isTerminal()).isEqualTo(LEGAL.getOrDefault(state, Set.of()).isEmpty());
    assertThat(state.status().isTerminal()).isEqualTo(state.isTerminal());
    assertThat(TaskState.of(state.word())).isEqualTo(state);
  }
}
