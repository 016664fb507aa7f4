package dev.meanwhile.trace.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkSuggestionsTest {
  private static final Map<String, String> REQUIREMENTS = Map.of(
      "A-1", "The pump shall stop when the tank is full.",
      "A-2", "The lamp shall blink while the door is open.",
      "A-3", "Zzz.");
  private static final Map<String, String> TESTS = Map.of(
      "pump test", "Fill the tank until it is full. Check that the pump has stopped.",
      "lamp test", "Open the door. Check that the lamp blinks.",
      "other", "Read the manual.");

  private final LinkSuggestions suggestions = new LinkSuggestions(REQUIREMENTS, TESTS, () -> {});

  @Test
  void theTestWithTheSameWordsInOtherFormsComesFirst() {
    assertThat(suggestions.ranked("A-1").getFirst().test()).isEqualTo("pump test");
    assertThat(suggestions.ranked("A-2").getFirst().test()).isEqualTo("lamp test");
  }

  @Test
  void withoutACommonWordNothingIsSuggested() {
    assertThat(suggestions.ranked("A-3")).isEmpty();
    assertThat(suggestions.best("A-3", 3, 0, 0)).isEmpty();
    assertThat(suggestions.ranked("unknown")).isEmpty();
  }

  @Test
  void theSameWordsAreAsNearAsCanBe() {
    var same = new LinkSuggestions(Map.of("A", "stop the pump"), Map.of("T", "stop the pump"),
        () -> {});

    assertThat(same.ranked("A").getFirst().score()).isCloseTo(1, within(1e-9));
  }

  @Test
  void onlyWhatIsNearEnoughIsWorthALook() {
    assertThat(suggestions.best("A-1", 3, 0.1, 0.7)).extracting(LinkSuggestions.Ranked::test)
        .isEqualTo(List.of("pump test"));
    assertThat(suggestions.best("A-1", 3, 0.99, 0.7)).isEmpty();
  }

  @Test
  void emptyAndHugeTextsAreFine() {
    var odd = new LinkSuggestions(Map.of("A", "", "B", "word ".repeat(500_000)),
        Map.of("T", "", "U", "x".repeat(1_000_000)), () -> {});

    assertThat(odd.ranked("A")).isEmpty();
    assertThat(odd.ranked("B")).isEmpty();
  }

  @Test
  void itCanBeStopped() {
    assertThatThrownBy(() -> new LinkSuggestions(REQUIREMENTS, TESTS, () -> {
      throw new IllegalStateException("stopped");
    })).hasMessage("stopped");
  }
}
