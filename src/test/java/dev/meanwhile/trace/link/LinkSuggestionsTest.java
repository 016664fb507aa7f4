package dev.meanwhile.trace.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
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
  void aRareWordWeighsMoreThanACommonOne() {
    var rare = new LinkSuggestions(Map.of("A", "valve pump"), Map.of("of valves", "valve check",
        "of pumps", "pump check", "more pumps", "pump start", "old pumps", "pump stop"), () -> {});

    assertThat(rare.ranked("A").getFirst().test()).isEqualTo("of valves");
  }

  @Test
  void whatIsJustNearEnoughIsWorthALook() {
    double nearest = suggestions.ranked("A-1").getFirst().score();

    assertThat(suggestions.best("A-1", 3, nearest, 0)).hasSize(1);
    assertThat(suggestions.best("A-1", 3, 0, 1)).hasSize(1);
  }

  @Test
  void itCanBeStopped() {
    assertThatThrownBy(() -> new LinkSuggestions(REQUIREMENTS, TESTS, () -> {
      throw new IllegalStateException("stopped");
    })).hasMessage("stopped");
  }

  @Test
  void itCanBeStoppedAmongManyTextsAndWhileItRanks() {
    var ticks = new AtomicInteger();
    var many = new LinkedHashMap<String, String>();
    IntStream.range(0, 100).forEach(i -> many.put("A-" + i, "stop the pump"));

    var suggestions = new LinkSuggestions(many, TESTS, ticks::incrementAndGet);
    assertThat(ticks).hasValueBetween(4, 20);
    int before = ticks.get();
    suggestions.best("A-1", 3, 0, 0);
    assertThat(ticks).hasValueGreaterThan(before);
  }
}
