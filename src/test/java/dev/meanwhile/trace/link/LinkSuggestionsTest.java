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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkSuggestionsTest {
  private static final Map<String, String> REQUIREMENTS = Map.of(
      "A-1", "The pump shall stop when the tank is full.",
      "A-2", "The lamp shall blink while the door is open.",
      "A-3", "Zzz.");
  private static final Map<String, String> TESTS = Map.of(
      "pump test", "Fill the tank until it is full. Check that the pump has stopped.",
      "lamp test", "Open the door. Check that the lamp blinks.",
      "other", "Read the manual.");

  private final LinkSuggestions suggestions = flat(REQUIREMENTS, TESTS,
      () -> {});

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
    var same = flat(Map.of("A", "stop the pump"), Map.of("T", "stop the pump"),
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
    var odd = flat(Map.of("A", "", "B", "word ".repeat(500_000)),
        Map.of("T", "", "U", "x".repeat(1_000_000)), () -> {});

    assertThat(odd.ranked("A")).isEmpty();
    assertThat(odd.ranked("B")).isEmpty();
  }

  @Test
  void aRareWordWeighsMoreThanACommonOne() {
    var rare = flat(Map.of("A", "valve pump"), Map.of("of valves", "valve check",
        "of pumps", "pump check", "more pumps", "pump start", "old pumps", "pump stop"),
        () -> {});

    assertThat(rare.ranked("A").getFirst().test()).isEqualTo("of valves");
  }

  @Test
  void whatARequirementRefinesSaysWhatItIsAbout() {
    var texts = Map.of("P", "The pump", "P.1", "On a fault, stop.", "P.1.1", "Then inform.",
        "L", "The lamp", "L.1", "On a fault, stop.", "L.1.1", "Then inform.");
    var above = Map.of("P.1", List.of("P"), "P.1.1", List.of("P.1"), "L.1", List.of("L"),
        "L.1.1", List.of("L.1"));
    var tests = Map.of("a", "lamp fault", "b", "pump fault", "c", "manual");

    var inContext = new LinkSuggestions(texts, id -> above.getOrDefault(id, List.of()), tests,
        () -> {});

    assertThat(inContext.ranked("P.1").getFirst().test()).isEqualTo("b");
    assertThat(inContext.ranked("L.1").getFirst().test()).isEqualTo("a");
    assertThat(inContext.ranked("P.1.1").getFirst().test()).isEqualTo("b");
    assertThat(inContext.ranked("L.1.1").getFirst().test()).isEqualTo("a");
  }

  @Test
  void itsOwnWordsCountMoreThanThoseOfWhatItRefines() {
    var child = new LinkSuggestions(Map.of("P", "pump", "P.1", "lamp"), id -> List.of("P"),
        Map.of("a", "pump", "b", "lamp"), () -> {});

    assertThat(child.ranked("P.1")).extracting(LinkSuggestions.Ranked::test)
        .containsExactly("b", "a");
    assertThat(child.ranked("P.1").getFirst().score()).isCloseTo(1 / Math.sqrt(1.25), within(1e-9));
    assertThat(child.ranked("P.1").getLast().score()).isCloseTo(.5 / Math.sqrt(1.25), within(1e-9));
  }

  @Test
  void severalParentsShareWhatOneWouldCount() {
    var child = new LinkSuggestions(Map.of("P", "pump", "Q", "valve", "C", "lamp"),
        id -> List.of("P", "Q", "unknown"), Map.of("a", "pump", "b", "lamp", "c", "valve"),
        () -> {});

    assertThat(child.ranked("C")).extracting(LinkSuggestions.Ranked::score).satisfiesExactly(
        own -> assertThat(own).isCloseTo(1 / Math.sqrt(1.125), within(1e-9)),
        one -> assertThat(one).isCloseTo(.25 / Math.sqrt(1.125), within(1e-9)),
        other -> assertThat(other).isCloseTo(.25 / Math.sqrt(1.125), within(1e-9)));
  }

  @Test
  void eachLevelCountsHalfOfTheOneBelow() {
    var child = new LinkSuggestions(Map.of("G", "valve", "P", "pump", "C", "lamp"),
        id -> id.equals("C") ? List.of("P") : id.equals("P") ? List.of("G") : List.of(),
        Map.of("a", "pump", "b", "lamp", "c", "valve"), () -> {});

    assertThat(child.ranked("C")).extracting(LinkSuggestions.Ranked::score).satisfiesExactly(
        own -> assertThat(own).isCloseTo(1 / Math.sqrt(1.3125), within(1e-9)),
        one -> assertThat(one).isCloseTo(.5 / Math.sqrt(1.3125), within(1e-9)),
        two -> assertThat(two).isCloseTo(.25 / Math.sqrt(1.3125), within(1e-9)));
  }

  @Test
  void whatCountsMoreInAParentCountsMoreInItsChild() {
    var child = new LinkSuggestions(Map.of("P", "valve pump pump pump pump", "C", "lamp"),
        id -> id.equals("C") ? List.of("P") : List.of(),
        Map.of("a", "valve", "b", "lamp", "c", "pump"), () -> {});

    assertThat(child.ranked("C")).extracting(LinkSuggestions.Ranked::test)
        .containsExactly("b", "c", "a");
  }

  @Test
  void requirementsThatRefineEachOtherAreReadOnce() {
    var circle = Map.of("A", List.of("B", "A"), "B", List.of("A"));
    var suggestions = new LinkSuggestions(Map.of("A", "pump", "B", "lamp"),
        id -> circle.getOrDefault(id, List.of()),
        Map.of("a", "pump", "b", "lamp"), () -> {});

    assertThat(suggestions.ranked("A").getFirst().score())
        .isCloseTo(1 / Math.sqrt(1.25), within(1e-9));
  }

  @Test
  void onlyTheNextLevelsAndAFewOfEachAreRead() {
    var texts = new LinkedHashMap<>(Map.of("0", "pump"));
    IntStream.rangeClosed(1, 5).forEach(i -> texts.put("" + i, "word" + i));
    var chain = new LinkSuggestions(texts,
        id -> texts.containsKey("" + (Integer.parseInt(id) + 1))
            ? List.of("" + (Integer.parseInt(id) + 1))
            : List.of(),
        Map.of("third", "word3", "fourth", "word4"), () -> {});
    var many = new LinkedHashMap<>(Map.of("0", "pump"));
    IntStream.rangeClosed(1, 11).forEach(i -> many.put("" + i, "word" + i));
    var wide = new LinkSuggestions(many, id -> id.equals("0")
        ? IntStream.rangeClosed(1, 11).mapToObj(Integer::toString).toList()
        : List.of(),
        Map.of("tenth", "word10", "eleventh", "word11"), () -> {});

    assertThat(chain.ranked("0")).extracting(LinkSuggestions.Ranked::test)
        .containsExactly("third");
    assertThat(wide.ranked("0")).extracting(LinkSuggestions.Ranked::test)
        .containsExactly("tenth");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ResetCounters", "resetCounters", "RESET_COUNTERS", "HK.Reset_Counters"})
  void aNameIsReadAsTheWordsThatItIsMadeOf(String name) {
    var named = flat(Map.of("A", "reset the counters"),
        Map.of("named", "Send " + name, "other", "Send it"), () -> {});

    assertThat(named.ranked("A")).extracting(LinkSuggestions.Ranked::test)
        .containsExactly("named");
  }

  @Test
  void aNameIsReadAsAWholeToo() {
    var named = flat(Map.of("A", "Send ResetCounters."),
        Map.of("a", "Reset counters", "b", "ResetCounters"), () -> {});

    assertThat(named.ranked("A").getFirst().test()).isEqualTo("b");
  }

  @Test
  void possessivesStopWordsAndNumbersAreReadAsInEnglish() {
    var plain = flat(Map.of("A", "the pump's 2.5"),
        Map.of("pump", "pumps", "the", "the s", "number", "2 or 5", "same", "2.5"), () -> {});

    assertThat(plain.ranked("A")).extracting(LinkSuggestions.Ranked::test)
        .containsExactlyInAnyOrder("pump", "same");
  }

  @Test
  void aWordThatComesBackCountsMoreEachTime() {
    var often = flat(Map.of("A", "valve"), Map.of(
        "often", "valve ".repeat(9) + "pump lamp door", "once", "valve pump lamp door"), () -> {});

    var ranked = often.ranked("A");

    assertThat(ranked.getFirst().test()).isEqualTo("often");
    assertThat(ranked.getFirst().score() / ranked.getLast().score()).isGreaterThan(1.5);
  }

  @Test
  void whatIsJustNearEnoughIsWorthALook() {
    double nearest = suggestions.ranked("A-1").getFirst().score();

    assertThat(suggestions.best("A-1", 3, nearest, 0)).hasSize(1);
    assertThat(suggestions.best("A-1", 3, 0, 1)).hasSize(1);
  }

  @Test
  void itCanBeStopped() {
    assertThatThrownBy(() -> flat(REQUIREMENTS, TESTS, () -> {
      throw new IllegalStateException("stopped");
    })).hasMessage("stopped");
  }

  @Test
  void itCanBeStoppedAmongManyTextsAndWhileItRanks() {
    var ticks = new AtomicInteger();
    var many = new LinkedHashMap<String, String>();
    IntStream.range(0, 100).forEach(i -> many.put("A-" + i, "stop the pump"));

    var suggestions = flat(many, TESTS, ticks::incrementAndGet);
    assertThat(ticks).hasValueBetween(4, 20);
    int before = ticks.get();
    suggestions.best("A-1", 3, 0, 0);
    assertThat(ticks).hasValueGreaterThan(before);
  }

  /// Of requirements that refine nothing.
  private static LinkSuggestions flat(Map<String, String> requirements, Map<String, String> tests,
      Runnable tick) {
    return new LinkSuggestions(requirements, id -> List.of(), tests, tick);
  }
}
