package dev.meanwhile.trace.change;

import static org.assertj.core.api.Assertions.assertThat;

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

    assertThat(renamed(gone, two)).isEmpty();
    assertThat(renamed(gone, two + "\nNEW-3: The horn shall howl at noon.")).hasSize(3);
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
