package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.IdOrigin;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What belongs to the form of a requirement, and where it ends.
class FormTest {
  private final List<Passage> passages = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"SR-7,SR-7", "SR-7 (new),SR-7", "12,12", "3.2,3.2"})
  void theIdOfAFormInATableIsWhateverItsCellHolds(String cell, String id) {
    table("ID | " + cell, "Requirement | The door is locked.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple(id, "The door is locked."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "7 of 9",
      "1111111111111111111111111111111111111111111111111111111111111111x"})
  void aCellOfWordsOrOfAnotherLengthHoldsNoId(String cell) {
    table("ID | " + cell, "Requirement | The door shall be locked.");

    assertThat(rtm().requirements()).noneMatch(r -> r.idOrigin() == IdOrigin.EXPLICIT);
  }

  @Test
  void assertionsGoOnWithTheStatementAndAReasonBesideThemDoesNot() {
    heading("REQ-p0012: Tea");
    text("**Status**: Active\n**Description**: Tea SHALL be served.");
    heading("Assertions");
    text("A. Tea SHALL be hot.");
    heading("Rationale");
    text("Guests are cold.");

    assertThat(rtm().requirements()).extracting(Requirement::text, Requirement::rationale)
        .containsExactly(tuple("Tea SHALL be served.\n\nA. Tea SHALL be hot.", "Guests are cold."));
  }

  @Test
  void itemsBelowALabelAreItsListAndTheNextLabelEndsIt() {
    heading("BAR-12 Tea");
    item("Statement:", 1);
    item("Tea shall be hot.", 2);
    item("Tea shall be free.", 2);
    item("Priority: High", 1);
    item("Milk shall be cold.", 1);

    assertThat(rtm().requirements()).extracting(Requirement::text, Requirement::priority)
        .containsExactly(tuple("- Tea shall be hot.\n- Tea shall be free.", "High"),
            tuple("Milk shall be cold.", null));
  }

  @Test
  void labelsOfTheAuthorsOwnBeforeTheStatementAreNoPartOfIt() {
    heading("SWR-BAR-001: Tea");
    item("**ASIL**: QM", 1);
    item("**Traces up**: SYS-040, SSR-001", 1);
    item("**Traces down**: src/tea.c", 1);
    item("**Verified by**: TC-BAR-001", 1);
    text("The bar shall serve tea.");
    heading("SWR-BAR-002: Milk");
    item("**Integrity:** low", 1);
    text("The bar shall serve milk.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("SWR-BAR-001", "The bar shall serve tea."),
            tuple("SWR-BAR-002", "The bar shall serve milk."));
    assertThat(rtm().requirements().getFirst().parents()).containsExactly("SYS-040", "SSR-001");
    assertThat(rtm().links()).filteredOn(l -> l.type() == Link.Type.TEST)
        .extracting(Link::target).containsExactly("TC-BAR-001");
  }

  @Test
  void whatBindsBehindALabelOfTheAuthorsOwnIsNoAttribute() {
    heading("BAR-14: Cups");
    item("**Handles:** Each cup shall have a handle.", 1);
    item("**Size:** small", 1);

    assertThat(rtm().requirements()).extracting(Requirement::id)
        .containsExactly("BAR-14");
    assertThat(rtm().requirements().getFirst().text()).contains("shall have a handle");
  }

  @Test
  void aTextBelowAStatedFormIsReadOnItsOwn() {
    heading("BAR-13: Till");
    text("**Priority:** High");
    text("The till shall count\nthe coins.");
    text("The bar shall open at 7.");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::text, Requirement::priority)
        .startsWith(tuple("BAR-13", "The till shall count\nthe coins.", "High")).hasSize(2);
    assertThat(rtm().requirements().getLast().text()).isEqualTo("The bar shall open at 7.");
  }

  @Test
  void aTableOfOtherThingsEndsAForm() {
    heading("BAR-14: Milk");
    text("**Description:** Milk shall be cold.");
    table("ID | Requirement", "BAR-15 | Sugar shall be brown.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("BAR-14", "Milk shall be cold."),
            tuple("BAR-15", "Sugar shall be brown."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*Priority: High*", "**Priority: High**", "**Priority:** High",
      "Priority: High | Status: Active", "**Priority: High | Status: Active**"})
  void whatIsSaidOfARequirementIsReadWithoutItsMarkup(String line) {
    heading("BAR-16: Milk");
    text(line + "\nDescription: Milk is cold.");

    assertThat(rtm().requirements()).extracting(Requirement::text, Requirement::priority)
        .containsExactly(tuple("Milk is cold.", "High"));
  }

  @Test
  void aLineIsLabelledIfItsLabelIsKnown() {
    assertThat(Extraction.isLabelled("Priority: high")).isTrue();
    assertThat(Extraction.isLabelled("The pump: it stops")).isFalse();
  }

  @Test
  void aTextBetweenAStatedFormAndItsAttributesIsNotLost() {
    heading("BAR-20 Milk");
    text("**Priority:** High\n**Description:** Milk shall be cold.");
    text("Cups shall be clean.");
    passages.add(Passage.heading("Attributes", 3, line()));
    text("Rationale: Guests like it.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("Milk shall be cold.", "Cups shall be clean.");
  }

  @Test
  void amongAttributesALabelThatNobodyKnowsEndsNothing() {
    heading("BAR-21 Milk");
    text("Milk shall be cold.");
    passages.add(Passage.heading("Attributes", 3, line()));
    item("Mood: cheerful", 1);
    item("Rationale: Guests like it.", 1);

    assertThat(rtm().requirements()).extracting(Requirement::text, Requirement::rationale)
        .containsExactly(tuple("Milk shall be cold.", "Guests like it."));
  }

  @Test
  void attributesBesideAFormAreNotThoseOfIt() {
    heading("BAR-22 Milk");
    text("**Description:** Milk shall be cold.");
    heading("Properties");
    text("Priority: High");

    assertThat(rtm().requirements()).extracting(Requirement::text, Requirement::priority)
        .containsExactly(tuple("Milk shall be cold.", null));
  }

  @Test
  void theTitleOfAFormIsTheHeadingOfWhatFollowsIt() {
    heading("Background");
    text("The bar is old.");
    heading("BAR-23 Milk");
    text("**Priority:** High\n**Description:** Milk is cold.");
    text("Cups shall be clean.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("Milk is cold.", "Cups shall be clean.");
  }

  private void heading(String text) {
    passages.add(Passage.heading(text, 2, line()));
  }

  private void text(String text) {
    passages.add(Passage.paragraph(text, line()));
  }

  private void item(String text, int level) {
    passages.add(Passage.item(text, level, line()));
  }

  private Source line() {
    return Source.line("a.md", passages.size() + 1, null);
  }

  private void table(String... lines) {
    for (var line : lines) {
      passages.add(Passage.row(Stream.of(line.split("\\|", -1)).map(String::strip).toList(),
          Source.row("a.md", 1, passages.size() + 1, null)));
    }
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }

  @Test
  void aFormMayStandLateInADocument() {
    for (int i = 0; i < 70; i++) {
      text("Pot " + i + " is old.");
    }
    heading("[BAR-17] Milk");
    text("**Priority:** High");
    text("**Description:** Milk is cold.");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::text, Requirement::priority)
        .containsExactly(tuple("BAR-17", "Milk is cold.", "High"));
  }

  @Test
  void anEmptyCellBesideTheTitleIsNoPartOfAForm() {
    table("BAR-18 | Milk | ", "Statement | Milk is cold. | ", "Status | Valid | ");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::title, Requirement::text)
        .containsExactly(tuple("BAR-18", "Milk", "Milk is cold."));
  }

  @Test
  void theNextTableIsNoPartOfAForm() {
    table("ID | BAR-19", "Requirement | Milk is cold.");
    passages.add(Passage.row(List.of("Part", "Colour"), Source.row("a.md", 2, 1, null)));
    passages.add(Passage.row(List.of("Pot", "red"), Source.row("a.md", 2, 2, null)));

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("BAR-19", "Milk is cold."));
  }
}
