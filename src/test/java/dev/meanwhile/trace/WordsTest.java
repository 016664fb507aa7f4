package dev.meanwhile.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void aShortenedTextNeverShowsHalfANumber() {
    assertThat(Words.shortened("hold at most 30 bars", 15)).isEqualTo("hold at most…");
    assertThat(Words.shortened("hold at most 30 bars", 16)).isEqualTo("hold at most 30…");
    assertThat(Words.shortened("lasts 1,000 hours", 10)).isEqualTo("lasts…");
    assertThat(Words.shortened("hold at most 30 bars", 20)).isEqualTo("hold at most 30 bars");
    assertThat(Words.shortened("1234567890", 5)).isEqualTo("1234…");
  }

  @Test
  void aNumberAgreesWithItsNoun() {
    assertThat(Words.counted(0, "gap")).isEqualTo("0 gaps");
    assertThat(Words.counted(1, "gap")).isEqualTo("1 gap");
    assertThat(Words.counted(2, "gap")).isEqualTo("2 gaps");
  }

  @Test
  void aTextOfNothingButSpaceIsEmptyWhateverTheSpace() {
    assertThat(Words.trimmed(" \t\u00a0\u200b\ufeff")).isEmpty();
    assertThat(Words.trimmed("")).isEmpty();
    assertThat(Words.trimmed("\ufeffstop \u00a0now\u200b")).isEqualTo("stop \u00a0now");
  }

  @Test
  void aTextMayEndInAnAbbreviation() {
    assertThat(Words.sentences("It stops. Clean the valves, pumps etc."))
        .containsExactly("It stops.", "Clean the valves, pumps etc.");
  }

  @Test
  void theMonthOfMayWishesNothing() {
    assertThat(Words.wishes("It was delivered in May.")).isFalse();
    assertThat(Words.wishes("The user may leave.")).isTrue();
    assertThat(Words.wishes("The product MAY be blue.")).isTrue();
  }
}
