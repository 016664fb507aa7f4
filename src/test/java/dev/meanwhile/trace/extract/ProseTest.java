package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What belongs to a statement with an ID, and what stands between it and the next text.
class ProseTest {
  private final List<Passage> passages = new ArrayList<>();

  static Stream<Passage> others() {
    return Stream.of(Passage.heading("Next", 2, at("a.md", 40)),
        Passage.code("x = 1", at("a.md", 40)),
        Passage.row(List.of("Part", "Colour"), Source.row("a.md", 1, 1, null)),
        Passage.need("The lamp shall glow.", Map.of("type", "req", "id", "FRY-9"), at("a.md", 40)),
        Passage.paragraph("Blue tanks.", at("b.md", 1)));
  }

  @ParameterizedTest
  @MethodSource("others")
  void aReasonBelowAnythingElseIsNoneOfTheStatementAbove(Passage between) {
    text("FRY-1: The ferry shall stop.");
    passages.add(between);
    passages.add(Passage.paragraph("Discussion: The tank must be shut.", between.source()));

    assertThat(rtm().requirements()).extracting(Requirement::text).contains("The ferry shall stop.",
        "Discussion: The tank must be shut.");
  }

  @ParameterizedTest
  @MethodSource("others")
  void anItemBelowAnythingElseIsNoPartOfTheStatementAbove(Passage between) {
    text("FRY-1: The ferry shall report:");
    passages.add(between);
    passages.add(Passage.item("its speed", 1, between.source()));

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .contains("The ferry shall report:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"It is an old ferry.", "Note: see the manual", "Priority: High"})
  void aTextBetweenAStatementAndAListPartsThem(String between) {
    text("FRY-1: The ferry shall report:");
    text(between);
    item("its speed");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("The ferry shall report:");
  }

  @Test
  void aLabelAmongItsItemsIsNoPartOfAStatement() {
    text("FRY-1: The ferry shall report:");
    item("its speed");
    item("Note:");
    item("Kim must be asked.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("The ferry shall report:\n- its speed");
  }

  @Test
  void aLabelHoldsNoLongerThanItsSection() {
    text("FRY-1: The ferry shall stop.");
    text("Rationale:");
    heading("Next");
    text("FRY-2: The ferry shall hum.");
    text("The tank must be shut.");

    assertThat(rtm().requirements()).extracting(Requirement::text, Requirement::rationale)
        .containsExactly(tuple("The ferry shall stop.", null), tuple("The ferry shall hum.", null),
            tuple("The tank must be shut.", null));
  }

  @Test
  void withoutAStatementAboveALabelledTextIsReadAsAnyOther() {
    text("Discussion: The tank must be shut.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("Discussion: The tank must be shut.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FRY-8", "FRY-8:"})
  void anIdBelowAHeadingWithOneLeavesTheHeadingItsWords(String id) {
    heading("FRY-7 Horn");
    text(id);
    text("The lamp shall glow.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("FRY-7", "Horn"), tuple("FRY-8", "The lamp shall glow."));
  }

  @Test
  void aStatementWithAnIdOfItsOwnIsNotThatOfTheHeading() {
    heading("[FRY-7] Horn");
    text("FRY-8: The lamp shall glow.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("FRY-7", "Horn"), tuple("FRY-8", "The lamp shall glow."));
  }

  @Test
  void aStatementStandsWhereItsIdDoes() {
    heading("FRY-7 Horn");
    text("The horn shall sound.");

    assertThat(rtm().requirements()).extracting(Requirement::id, r -> r.source().line())
        .containsExactly(tuple("FRY-7", 1));
  }

  @Test
  void aFewWordsBelowAnIdInTheTextAreItsTitle() {
    text("FRY-7");
    text("Horn by night");
    text("The horn shall sound.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::title)
        .containsExactly(tuple("FRY-7", "Horn by night"));
  }

  @Test
  void aSecondStatementOnALineOfItsOwnIsAnotherRequirement() {
    text("FRY-1: The ferry is old.\nIt shall stop.\nThe lamp shall glow.");
    text("FRY-2: The ferry has a horn.\nThe horn shall sound.");

    assertThat(rtm().requirements()).extracting(Requirement::text).containsExactly(
        "The ferry is old.\nIt shall stop.", "The lamp shall glow.",
        "The ferry has a horn.\nThe horn shall sound.");
  }

  @Test
  void aLineThatBindsNothingGoesOnWithItsStatement() {
    text("FRY-3: The ferry shall hum.\nIt is red.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("The ferry shall hum.\nIt is red.");
  }

  @Test
  void whatHasAnIdBelowALabelOfPreconditionsIsARequirement() {
    text("Preconditions:");
    item("FRY-1: The ferry shall be moored.");
    item("The tank must be shut.");

    assertThat(rtm().ids()).containsExactly("FRY-1");
  }

  @Test
  void anIdInsideASentenceCountsWhereItWishesAndNotWhereItTells() {
    text("The ferry [FRY-1] should stop by itself. The ferry [FRY-2] stops by itself.");

    assertThat(rtm().ids()).containsExactly("FRY-1");
  }

  @Test
  void aStatementOfADocumentWithPagesStandsOnItsPage() {
    passages.add(Passage.paragraph("FRY-1: The ferry shall stop.", Source.page("a.pdf", 3, null)));

    assertThat(rtm().requirements().getFirst().source().page()).isEqualTo(3);
  }

  @Test
  void anItemBelowAnIdThatNamesNothingIsReadAsAnyOther() {
    heading("Functional requirements");
    text("Bar-8");
    item("Weighing of each bag");

    assertThat(rtm().candidates()).extracting(Requirement::text)
        .containsExactly("Weighing of each bag");
  }

  @Test
  void theProseOfANeedIsNotWhatAHeadingNames() {
    heading("FRY-7 Horn");
    passages.add(Passage.need("The lamp shall glow.", Map.of("type", "text"), here()));

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("Horn", "The lamp shall glow.");
  }

  @Test
  void aHeadingAboveIdsOfItsLettersNamesTheirDocument() {
    heading("URS-001: Ferry (small)", 1);
    text("**Target category**: 3\n**Hull**: Steel");
    heading("1. Scope", 2);
    text("Some ferries are small.");
    heading("2. Functions", 2);
    text("- **URS-FRY-001**: The ferry shall stop.");
    text("- **URS-FRY-002**: The ferry shall go.");

    assertThat(rtm().ids()).containsExactly("URS-FRY-001", "URS-FRY-002");
  }

  @Test
  void theFirstHeadingNamesTheDocumentOfIdsOfItsLetters() {
    heading("SRS028 Ferries", 1);
    heading("Software Requirements Specification", 1);
    heading("RQ.SRS-028.Ferry", 2);
    text("version: 1.0");
    text("The ferry SHALL float.");
    heading("RQ.SRS-028.Ferry.Horn", 2);
    text("The horn SHALL sound.");

    assertThat(rtm().ids()).containsExactly("RQ.SRS-028.Ferry", "RQ.SRS-028.Ferry.Horn");
  }

  @Test
  void theFirstHeadingIsARequirementAmongOthers() {
    heading("FR-1: Guests can sign in", 1);
    heading("FR-2: Guests can pay", 1);
    text("A guest shall pay by card.");
    heading("FR-3: Guests can leave", 1);
    text("A guest shall leave at any time.");

    assertThat(rtm().ids()).containsExactly("FR-1", "FR-2", "FR-3");
  }

  @Test
  void whatIsSaidOfARequirementInBracketsBehindItsIdIsNoPartOfIt() {
    text("FRY-1 (Requirement, ASIL B): The ferry shall stop.");
    text("FRY-2 (see the ferry act) The ferry shall go.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .startsWith(tuple("FRY-1", "The ferry shall stop."));
    assertThat(rtm().ids()).doesNotContain("FRY-2");
  }

  @Test
  void marksOfPortionsAreNoPartOfWhatTheySay() {
    heading("(U) 3.1 Stop");
    text("(U) [FRY-1] The ferry shall stop.");
    text("(U) Verification method: Test");
    heading("(U) 3.2 Go");
    text("(U//FOUO) [FRY-2] The ferry shall go.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("FRY-1", "The ferry shall stop."),
            tuple("FRY-2", "The ferry shall go."));
    assertThat(rtm().requirements().getFirst().verification()).isNotNull();
  }

  @Test
  void twoSuchMarksAreWords() {
    text("(U) [FRY-1] The ferry shall stop.");
    text("(U) is the mark of a buoy that the ferry shall pass.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .anyMatch(text -> text.startsWith("(U)"));
  }

  @Test
  void aHeadingAboveItsPartsOrOtherThingsIsARequirement() {
    heading("FR-3: Guests can sign in", 2);
    heading("Acceptance criteria", 3);
    text("AC-1: The code must be asked for.");
    text("AC-2: The code must be new.");
    heading("FR-4: Guests can leave", 2);
    heading("Parts", 3);
    text("FR-4-1: The gate shall open.");
    text("FR-4-2: The gate shall close.");
    heading("FR-5: Guests can pay", 2);
    heading("FR-6: Guests can eat", 2);
    text("FR-7: The bar shall be open.");

    assertThat(rtm().ids()).contains("FR-3", "FR-4", "FR-5", "FR-6");
  }

  private void heading(String text) {
    heading(text, 2);
  }

  private void heading(String text, int level) {
    passages.add(Passage.heading(text, level, here()));
  }

  private void text(String text) {
    passages.add(Passage.paragraph(text, here()));
  }

  private void item(String text) {
    passages.add(Passage.item(text, 1, here()));
  }

  private Source here() {
    return at("a.md", passages.size() + 1);
  }

  private static Source at(String file, int line) {
    return Source.line(file, line, null);
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }
}
