package dev.meanwhile.chat.turn;

import static dev.meanwhile.chat.turn.TurnState.CANCELLED;
import static dev.meanwhile.chat.turn.TurnState.COMPLETED;
import static dev.meanwhile.chat.turn.TurnState.FAILED;
import static dev.meanwhile.chat.turn.TurnState.QUEUED;
import static dev.meanwhile.chat.turn.TurnState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TurnStateTest {
  private static final Map<TurnState, Set<TurnState>> LEGAL = Map.of(
      QUEUED, Set.of(RUNNING), RUNNING, Set.of(COMPLETED, FAILED, CANCELLED),
      COMPLETED, Set.of(), FAILED, Set.of(), CANCELLED, Set.of());

  @ParameterizedTest
  @EnumSource
  void eachStateLeadsToItsNextOnesAndToNoOther(TurnState from) {
    for (var next : TurnState.values()) {
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
  void aTerminalStateIsOneThatLeadsNowhere(TurnState state) {
    assertThat(state.isTerminal()).isEqualTo(LEGAL.getOrDefault(state, Set.of()).isEmpty());
    assertThat(TurnState.of(state.word())).isEqualTo(state);
  }
}
