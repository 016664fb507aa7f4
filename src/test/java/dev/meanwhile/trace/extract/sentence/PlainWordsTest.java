package dev.meanwhile.trace.extract.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(document("Description", should).requirements()).hasSize(3);
    assertThat(document("Till", THREE).requirements()).isEmpty();
    assertThat(document("Purpose", should).requirements()).isEmpty();
  }

  @Test
  void shouldBindsWhereItIsSaidTwiceHoweverOftenShallIsSaid() {
    var texts = new ArrayList<>(List.of("The till should show the seats.",
        "The till should be quick.", "Tickets should be blue.", "The cashier can cancel a ticket.",
        "It shall go.", "It shall stop.", "It shall wait."));

    assertThat(document("Features", texts).requirements()).hasSize(6);
    texts.add("It shall end.");
    assertThat(document("Features", texts).requirements()).hasSize(7);
    assertThat(document("Features", texts.subList(2, 8)).requirements()).hasSize(4);
  }

  @Test
  void whereRequirementsHaveIdsTheRestIsAWish() {
    var texts = new ArrayList<>(THREE);
    texts.add("TIL-001: The till prints.");

    assertThat(document("Features", texts).ids()).containsExactly("TIL-001");
  }

  @Test
  void aRemarkBindsOnlyWhereMostDemandsSayWhatIs() {
    var texts = new ArrayList<>(List.of("The till should show the seats.",
        "Tickets will be printed in blue.", "The till shows the deck.",
        "Long queues can arise."));

    assertThat(document("Features", texts).requirements()).hasSize(4);
    texts.add("The till should be quick.");
    assertThat(document("Features", texts).requirements()).hasSize(4);
    assertThat(document("Features", texts).candidates()).extracting(Requirement::text)
        .containsExactly("Long queues can arise.");
  }

  @Test
  void willBindsWhereItIsSaidAsOftenAsShall() {
    var texts = new ArrayList<>(List.of("The till will show the seats.",
        "Tickets will be printed in blue.", "Cashiers will be able to cancel a ticket.",
        "The till shows the deck.", "It shall go.", "It shall stop.", "It shall wait."));

    assertThat(document("Features", texts).requirements()).hasSize(6);
    texts.add("It shall end.");
    assertThat(document("Features", texts).requirements()).hasSize(4);
  }

  @Test
  void willBindsOnlyInADocumentThatSpeaksOfRequirements() {
    var will = List.of("The till will show the seats.", "Tickets will be printed in blue.",
        "Cashiers will be able to cancel a ticket.");
    var passages = passages("Features", List.of());
    passages.add(Passage.heading("Till", 2, Source.line("till.txt", 2, null)));
    will.forEach(t -> passages.add(Passage.paragraph(t, Source.line("till.txt", 3, "Till"))));

    assertThat(document("Till", will).requirements()).isEmpty();
    assertThat(Extraction.of(passages).requirements()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"The cashier will enter his name.", "The customer selects a seat.",
      "The mate opens the website.", "The mate signs in there.", "The mate inserts a card.",
      "A clerk selects the option to print.", "This may need a printer.", "This opens the drawer.",
      "The choice of languages should be wide.",
      "If it rains, the visitor would choose the lower deck."})
  void aStepOfAUserBindsNothing(String step) {
    var texts = new ArrayList<>(THREE);
    texts.add(step);

    assertThat(document("Features", texts).requirements()).hasSize(3)
        .extracting(Requirement::text).doesNotContain(step);
  }

  @Test
  void itemsOfRequirementsBindWhereThereAreAsManyAsShalls() {
    var passages = passages("Features", List.of("It shall go.", "It shall stop.", "It shall end."));
    THREE.subList(0, 2).forEach(t -> passages.add(item(t)));
    assertThat(Extraction.of(passages).requirements()).hasSize(3);

    passages.add(item("Cashiers can lock the till."));
    assertThat(Extraction.of(passages).candidates()).isEmpty();
  }

  @Test
  void aTextWithoutHeadingsThatMostlyDemandsIsAList() {
    var demands = new ArrayList<>(List.of("The till shows the seats.",
        "The cashier can cancel a ticket.", "Tickets should be blue.", "The till prints the deck.",
        "The till locks itself when it rains.", "The ferry was built in Emden.", "It is white."));

    assertThat(bare(demands).requirements()).hasSize(5);
    demands.addAll(List.of("Its captain is Danish.", "So is the mate."));
    assertThat(bare(demands).requirements()).isEmpty();
    assertThat(bare(demands.subList(0, 4)).requirements()).isEmpty();
  }

  @Test
  void inAListThatMostlySaysShallOnlyWhatShouldBeBindsToo() {
    var demands = List.of("The till shall stop.", "It shall start.", "Tills must be red.",
        "Tickets should be blue.", "The cashier can cancel a ticket.");

    assertThat(bare(demands).requirements()).hasSize(4);
    assertThat(bare(demands).candidates()).extracting(Requirement::text)
        .containsExactly("The cashier can cancel a ticket.");
  }

  @Test
  void underTheTitleOfADocumentWhatIsToldWithoutSayingWhatShouldBeBindsNothing() {
    var told = "The till prints the deck.";
    var texts = new ArrayList<>(THREE.subList(0, 1));
    texts.addAll(List.of("Guests can pay.", "Guests can leave.", "Tills should be red.", told));
    var passages = new ArrayList<Passage>();
    passages.add(Passage.heading("Till requirements specification", 1,
        Source.line("till.txt", 1, null)));
    passages.add(Passage.heading("Sales", 2, Source.line("till.txt", 2, null)));
    texts.forEach(t -> passages.add(Passage.paragraph(t, Source.line("till.txt", 3, "Sales"))));

    assertThat(Extraction.of(passages).candidates()).extracting(Requirement::text)
        .containsExactly("The till shows the seats.", told);
  }

  @Test
  void aLeadWithoutAColonTakesItsItems() {
    var passages = passages("Purpose", List.of("The till must be able to"));
    passages.add(item("print"));

    assertThat(Extraction.of(passages).candidates()).extracting(Requirement::text)
        .containsExactly("The till must be able to\n- print");
  }

  @Test
  void underAHeadingThatLeadsItsItemsAreDemands() {
    var passages = passages("The till must:", List.of());
    List.of("Allow guests to pay by card", "Print the name of the ship", "Show the free seats")
        .forEach(t -> passages.add(item(t)));

    assertThat(Extraction.of(passages).requirements()).hasSize(3);
  }

  @Test
  void aListOfWhichNearlyAllDemandsIsOneOfDemands() {
    var demands = List.of("The till will show the seats.", "Cashiers can lock the till.",
        "Tickets are rejected when they are old.", "Each ticket will have a number.",
        "Emden is a town.");
    var passages = passages("Till", List.of());
    demands.forEach(t -> passages.add(item(t)));

    assertThat(Extraction.of(passages).requirements()).hasSize(4);
    assertThat(Extraction.of(passages.subList(0, 5)).requirements()).isEmpty();
    passages.add(item("Leer is another."));
    assertThat(Extraction.of(passages).requirements()).isEmpty();
  }

  @Test
  void paragraphsAreNoList() {
    assertThat(document("Till", List.of("The till will show the seats.",
        "Cashiers can lock the till.", "Tickets will be blue.", "Each ticket will have a number."))
        .requirements()).isEmpty();
  }

  @Test
  void anAnnouncedListIsOfWishes() {
    var passages = passages("Till", List.of("The till will offer functions such as:"));
    passages.add(item("Free seats"));
    passages.add(item("The name of the ship"));
    passages.add(Passage.paragraph("The mate", Source.line("till.txt", 9, null)));

    assertThat(Extraction.of(passages).candidates()).extracting(Requirement::text)
        .containsExactly("Free seats", "The name of the ship");
  }

  @Test
  void whatMustBeAmongMuchTalkIsAWish() {
    var talk = new ArrayList<>(List.of("The ticket must be blue.", "Emden is a town.",
        "Leer is another.", "The ferry is white.", "It was built there.",
        "Its captain is Danish."));

    assertThat(document("Till", talk).requirements()).hasSize(1);
    talk.add("So is the mate.");
    assertThat(document("Till", talk).requirements()).isEmpty();
    assertThat(document("Till", talk).candidates()).hasSize(1);
    assertThat(document("Features", talk).requirements()).hasSize(1);
    talk.set(0, "As a guest, I want a blue ticket.");
    assertThat(document("Till", talk).requirements()).hasSize(1);
  }

  @Test
  void whatShouldBeAmongTalkBindsTheProductAlone() {
    var talk = List.of("Tickets should be blue.", "The machine should be quick.",
        "Emden is a town.",
        "Leer is another.", "The ferry is white.");

    assertThat(document("Till", talk).requirements()).extracting(Requirement::text)
        .containsExactly("The machine should be quick.");
  }

  @Test
  void whatIsListedBelowAPreconditionIsNoDemand() {
    var passages = passages("Features", List.of());
    passages.add(Passage.item("**Preconditions:**", 1, Source.line("till.txt", 9, null)));
    passages.add(Passage.item("The till must be on.", 2, Source.line("till.txt", 9, null)));
    passages.add(Passage.item("The till must beep.", 1, Source.line("till.txt", 9, null)));
    passages.add(Passage.paragraph("Assumptions:", Source.line("till.txt", 9, null)));
    passages.add(item("The mate must be awake."));
    passages.add(Passage.heading("Features", 2, Source.line("till.txt", 2, null)));
    passages.add(item("The till must stop."));

    assertThat(Extraction.of(passages).requirements()).extracting(Requirement::text)
        .containsExactly("The till must beep.", "The till must stop.");
  }

  @Test
  void underItsOwnHeadingWhatTheProductWillDoOrPeopleCanDoBindsAtOnce() {
    var texts = List.of("It shall go.", "The till system will print bills.",
        "Members can cancel a ticket.", "For groups that are late, employees can open the door.",
        "The system will be tested in May.", "The cashier clicks on a seat.");

    assertThat(document("Functional requirements", texts).requirements())
        .extracting(Requirement::text).containsExactlyElementsOf(texts.subList(0, 4));
    assertThat(document("Ticket office", texts).requirements()).hasSize(1);
  }

  @Test
  void whatSomebodyWantsToSeeIsMeantForTheProduct() {
    var wants = List.of("I want to see all free seats.", "I also need a list of the guests.");
    var others = List.of("I want to go home.", "I need a break.", "She wants to see it.");

    assertThat(document("Cashier", wants).requirements()).hasSize(2);
    assertThat(document("Cashier", others).requirements()).isEmpty();
  }

  @Test
  void aListGoesWithItsLeadToTheRequirements() {
    var passages = passages("Features", THREE);
    passages.add(item("at noon"));

    assertThat(Extraction.of(passages).requirements()).last().extracting(Requirement::text)
        .isEqualTo("Group tickets are printed on one sheet:\n- at noon");
  }

  private static Passage item(String text) {
    return Passage.item(text, 1, Source.line("till.txt", 9, null));
  }

  private static Rtm bare(List<String> texts) {
    return Extraction.of(texts.stream()
        .map(t -> Passage.paragraph(t, Source.line("till.txt", 1, null))).toList());
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

  @ParameterizedTest
  @CsvSource({"ANY, true", "UNTITLED, true", "DESCRIPTION, true", "FLOW, true",
      "BACKGROUND, false", "BUILD, false"})
  void whatTheProductShouldDoBindsWhereNoHeadingSaysOtherwise(Section under, boolean binds) {
    assertThat(PlainWords.bind("The pump should stop at noon.", under, false, false))
        .isEqualTo(binds);
  }

  @Test
  void aSentenceThatOnlyTellsWhatIsSaysNoMore() {
    assertThat(PlainWords.isModal("The pump shall stop.")).isTrue();
    assertThat(PlainWords.isModal("The pump should stop.")).isTrue();
    assertThat(PlainWords.isModal("The pump is red.")).isFalse();
  }
}
