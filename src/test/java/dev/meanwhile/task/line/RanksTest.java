package dev.meanwhile.task.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which ranks a user's tickets get; `AdmissionModelTest` compares the same with a model, over the store.
class RanksTest {
  private static final int FIRST = Ranks.FIRST;

  @Test
  void whoHoldsNothingElseIsFirst() {
    assertThat(Ranks.anew(1, List.of(place(1, null)))).containsExactly(place(1, FIRST));
  }

  @Test
  void newcomersStandBehindWhatIsAtWorkOneBehindTheOther() {
    assertThat(Ranks.anew(5, List.of(place(1, null), place(2, null))))
        .containsExactly(place(1, FIRST - 3), place(2, FIRST - 4));
  }

  @Test
  void theFirstOfTheLineMovesUpAndTheNewcomerTakesItsRank() {
    assertThat(Ranks.anew(4, List.of(place(1, FIRST - 3), place(2, FIRST - 1),
        place(3, FIRST - 2), place(4, null))))
        .containsExactlyInAnyOrder(place(1, FIRST), place(4, FIRST - 3));
  }

  @Test
  void withoutANewcomerThoseBehindTheFirstMoveUp() {
    assertThat(Ranks.anew(2, List.of(place(1, FIRST - 2), place(2, FIRST - 1))))
        .containsExactly(place(1, FIRST));
    assertThat(Ranks.anew(2, List.of(place(1, FIRST - 1), place(2, FIRST - 2))))
        .containsExactly(place(1, FIRST), place(2, FIRST - 1));
  }

  @Test
  void whereNoSlotWasFreedANewcomerIsLast() {
    assertThat(Ranks.anew(3, List.of(place(1, FIRST - 1), place(2, FIRST), place(3, null))))
        .containsExactly(place(3, FIRST - 2));
  }

  @Test
  void twoSlotsThatAreFreedAtOnceMoveTwoUp() {
    assertThat(Ranks.anew(2, List.of(place(1, FIRST - 2), place(2, FIRST - 3))))
        .containsExactly(place(1, FIRST), place(2, FIRST - 1));
  }

  @Test
  void nobodyMovesDown() {
    assertThat(Ranks.anew(3, List.of(place(1, FIRST), place(2, FIRST - 1)))).isEmpty();
  }

  private static Ranks.Place place(int number, @Nullable Integer rank) {
    return new Ranks.Place(new UUID(0, number), 0, rank);
  }
}
