package dev.meanwhile.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.generator.Asking.Loss;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final Patience patience = new Patience();

  @Test
  void threeLostAnswersInARowAreEnough() {
    patience.asked(Loss.PERHAPS_MORE);
    patience.asked(Loss.PERHAPS_MORE);
    patience.asked(Loss.THIS_ONE);
    patience.asked(Loss.PERHAPS_MORE);
    patience.asked(Loss.PERHAPS_MORE);
    assertThat(patience.isOver()).isFalse();

    patience.asked(Loss.PERHAPS_MORE);

    assertThat(patience.isOver()).isTrue();
  }

  @Test
  void aModelThatRefusesIsNotAskedAgain() {
    patience.asked(Loss.ALL);

    assertThat(patience.isOver()).isTrue();
  }
}
