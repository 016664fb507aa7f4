package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Documents that demand without shall and must.
class PlainWordsTest {
  private static final List<String> THREE = List.of("The till shows the seats.",
      "The cashier can cancel a ticket.", "Group tickets are printed on one sheet:");

  @Test
  @Tag("MW-RTM-003")
  void whatASectionOfRequirementsSaysInPlainWordsBinds() {
    var rtm = document("Functional requirements", THREE);

    assertThat(rtm.requirements()).extracting(Requirement::text).containsExactlyElementsOf(THREE);
    assertThat(rtm.candidates()).isEmpty();
  }

  @Test
  void twoSentencesAreNoHabit() {
    assertThat(document("Functional requirements", THREE.subList(0, 2)).candidates()).hasSize(2);
  }

  @Test
  void oneShallForFiveOfThemIsStillPlain() {
    var texts = new ArrayList<>(List.of("It shall go.", "The till shows the names.",
        "The till shows the deck."));
    texts.addAll(THREE);

    assertThat(document("Features", texts).candidates()).isEmpty();
    assertThat(document("Features", texts.subList(0, 5)).candidates()).hasSize(4);
  }

  @Test
  void outsideOfSuchASectionOnlyShouldBinds() {
    var should = List.of("The till should show the seats.", "The till should be quick.",
        "Tickets should be blue.");

    assertThat(document("Till", should).requirements()).hasSize(3);
    assertThat(document("Till", THREE).requirements()).isEmpty();
    assertThat(document("Purpose", should).requirements()).isEmpty();
  }

  @Test
  void shouldBindsWhereItIsSaidAsOftenAsShall() {
    var texts = new ArrayList<>(List.of("The till should show the seats.",
        "The till should be quick.", "Tickets should be blue.", "The cashier can cancel a ticket.",
        "It shall go.", "It shall stop.", "It shall wait."));

    assertThat(document("Features", texts).requirements()).hasSize(6);
    texts.add("It shall end.");
    assertThat(document("Features", texts).requirements()).hasSize(4);
  }

  @Test
  void whereRequirementsHaveIdsTheRestIsAWish() {
    var texts = new ArrayList<>(THREE);
    texts.add("TIL-001: The till prints.");

    assertThat(document("Features", texts).ids()).containsExactly("TIL-001");
  }

  @Test
  void aListGoesWithItsLeadToTheRequirements() {
    var passages = new ArrayList<>(passages("Features", THREE));
    passages.add(Passage.item("at noon", 1, Source.line("till.txt", 9, null)));

    assertThat(Extraction.of(passages).requirements()).last().extracting(Requirement::text)
        .isEqualTo("Group tickets are printed on one sheet:\n- at noon");
  }

  private static Rtm document(String heading, List<String> texts) {
    return Extraction.of(passages(heading, texts));
  }

  private static List<Passage> passages(String heading, List<String> texts) {
    var passages = new ArrayList<Passage>();
    passages.add(Passage.heading("Till", 1, Source.line("till.txt", 1, null)));
    passages.add(Passage.heading(heading, 2, Source.line("till.txt", 2, null)));
    texts.forEach(t -> passages.add(Passage.paragraph(t, Source.line("till.txt", 3, heading))));
    return passages;
  }
}
