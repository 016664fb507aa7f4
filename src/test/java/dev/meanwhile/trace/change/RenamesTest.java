package dev.meanwhile.trace.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Changes.Renamed;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenamesTest {
  @Test
  void twoOfAFamilyMakeAnExchangedPrefixAndOneDoesNot() {
    assertThat(renamed("OLD-1: The pump shall rest at night. OLD-2: The lamp shall glow at dusk.",
        "NEW-1: The pump shall run at night. NEW-2: The lamp shall fade at dusk."))
        .extracting(Renamed::after).containsExactly("NEW-1", "NEW-2");
    assertThat(renamed("OLD-1: The pump shall rest at night.",
        "NEW-1: The pump shall run at night.")).isEmpty();
  }

  @Test
  void aPrefixIsOnlyExchangedIfMostOfTheFamilyWent() {
    var gone = """
      OLD-1: The pump shall rest at night.
      OLD-2: The lamp shall glow at dusk.
      OLD-3: The horn shall sound at noon.
      OLD-4: The door shall close by itself.""";
    var two = "NEW-1: The pump shall run at night.\nNEW-2: The lamp shall fade at dusk.";

    var three = two + "\nNEW-3: The horn shall howl at noon.";

    assertThat(renamed(gone, two)).as("two of four").isEmpty();
    assertThat(renamed(gone, three)).as("three of four").hasSize(3);
    assertThat(renamed(gone + "\nOLD-5: The gate shall open by itself.", three))
        .as("three of five").hasSize(3);
  }

  @Test
  void aFamilyWithHalfOfItsWordsIsTheSame() {
    assertThat(renamed("OLD-1: Every pump shall rest.\nOLD-2: Every lamp shall glow.",
        "NEW-1: The pump shall run.\nNEW-2: The lamp shall fade."))
        .extracting(Renamed::after).containsExactly("NEW-1", "NEW-2");
  }

  @Test
  void whoeverLeftItsFamilyIsFoundByItsWords() {
    var pair = ": The pump shall rest at night.\n%s-2: The lamp shall glow at dusk.\n";

    assertThat(renamed(
        "OLD-1" + pair.formatted("OLD") + "OLD-3: The horn shall sound at noon.",
        "NEW-1" + pair.formatted("NEW") + "HORN-9: The horn shall sound at noon."))
        .extracting(Renamed::before, Renamed::after).containsExactly(tuple("OLD-1", "NEW-1"),
            tuple("OLD-2", "NEW-2"), tuple("OLD-3", "HORN-9"));
  }

  @Test
  void anotherFamilyWithOtherWordsIsNoRename() {
    assertThat(renamed("OLD-1: The pump shall rest at night.\nOLD-2: The lamp shall glow at dusk.",
        "NEW-1: Each invoice must bear a number.\nNEW-2: Each letter must bear a stamp."))
        .isEmpty();
  }

  @Test
  void ofSeveralLikeWordingsTheNearestIsTaken() {
    var gone = "A-7: The left pump shall rest for an hour at night when the tank of the garden is full.";
    var near = gone.replace("A-7", "C-3").replace("garden", "house");
    var same = gone.replace("A-7", "B-9");

    assertThat(renamed(gone, near + "\n" + same)).containsExactly(
        new Renamed("A-7", "B-9", "the wording is the same"));
    assertThat(renamed(gone, near)).containsExactly(
        new Renamed("A-7", "C-3", "the wording is nearly the same"));
  }

  @Test
  void ofTwoNearWordingsTheNearerIsTaken() {
    var gone = "A-7: The left pump shall rest for an hour at night when the tank of the garden is full "
        + "and the lamp at the gate of the yard glows red.";
    var nearer = gone.replace("A-7", "B-1").replace("garden", "house");
    var farther = nearer.replace("B-1", "C-1").replace("lamp", "light");

    assertThat(renamed(gone, nearer + "\n" + farther)).extracting(Renamed::after)
        .containsExactly("B-1");
  }

  @Test
  void ofTwoSameWordingsItIsTheLastByNameInWhateverOrder() {
    var words = ": The pump shall rest at night.\n";

    assertThat(renamed("A-7" + words, "B-1" + words + "C-1" + words))
        .isEqualTo(renamed("A-7" + words, "C-1" + words + "B-1" + words))
        .extracting(Renamed::after).containsExactly("C-1");
  }

  @Test
  void theSameWordingGoesBeforeTheSameWordsInAnotherOrder() {
    var words = ": The pump shall stop before the lamp glows.\n";
    var turned = ": The lamp shall stop before the pump glows.\n";

    assertThat(renamed("A-7" + words, "B-1" + words + "C-1" + turned))
        .containsExactly(new Renamed("A-7", "B-1", "the wording is the same"));
    assertThat(renamed("A-7" + words, "B-1" + words + "C-1" + words + "D-1" + turned))
        .containsExactly(new Renamed("A-7", "C-1", "the wording is the same"));
  }

  @Test
  void nineOfTenWordsAreNearlyTheSameAndEightAreNot() {
    var gone = "A-7: The left pump shall rest today whenever its tank overflows.";
    var nine = gone.replace("A-7", "B-1").replace("left", "right");

    assertThat(renamed(gone, nine)).containsExactly(
        new Renamed("A-7", "B-1", "the wording is nearly the same"));
    assertThat(renamed(gone, nine.replace("today", "again"))).isEmpty();
  }

  private static List<Renamed> renamed(String gone, String come) {
    return Renames.of(byId(gone), byId(come), () -> {});
  }

  private static Map<String, Requirement> byId(String text) {
    var byId = new LinkedHashMap<String, Requirement>();
    Extraction.of(List.of(Passage.paragraph(text, Source.line("a.txt", 1, null)))).requirements()
        .forEach(r -> byId.put(r.id(), r));
    return byId;
  }
}
