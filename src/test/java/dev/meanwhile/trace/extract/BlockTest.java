package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requirements whose labels begin with their ID.
class BlockTest {
  private static final Source HERE = Source.line("a.txt", 10, null);

  @Test
  void linesWithLabelsAreARequirementEach() {
    var found = of("1.1 First need\nID: FR1\nTITLE: Brew\nDESC: A guest should be able to order\n"
        + "a tea.\nRAT: Guests are thirsty.\nDEP: None\n\nID: FR2\nTITLE: Pay\nDESC: Guests pay.");

    assertThat(found.requirements())
        .extracting(Requirement::id, Requirement::title, Requirement::text, r -> r.source().line())
        .containsExactly(tuple("FR1", "Brew", "A guest should be able to order\na tea.", 11),
            tuple("FR2", "Pay", "Guests pay.", 18));
    assertThat(found.requirements().getFirst().rationale()).isEqualTo("Guests are thirsty.");
    assertThat(found.candidates()).isEmpty();
  }

  @Test
  void labelsCanStandInPassagesOfTheirOwn() {
    var found = of("**ID: FR7**", "TITLE: Brew", "DESC:", "A guest orders a tea.",
        "RAT: Thirst. DEP: FR1", "The bar shall open at 7.");

    assertThat(found.requirements()).extracting(Requirement::text)
        .containsExactly("A guest orders a tea.", "The bar shall open at 7.");
    assertThat(found.requirements().getFirst().rationale()).isEqualTo("Thirst.");
  }

  @Test
  void whatIsSetApartAsCodeCanBeABlock() {
    var found = Extraction.of(List.of(Passage.code("""
      BAR-REQ-3: Tea
      ====
      Req ID:   BAR-REQ-3
      Revision: A
      Constraint Statement:
        Tea shall be hot:
        at 80 °C.
      Affected Parts: pot
      Verification Method: Inspection (I)
      """, HERE),
        Passage.code("id: BAR-REQ-4\ntitle: Tea\ntext: Tea shall be hot.", HERE)));

    assertThat(found.requirements())
        .extracting(Requirement::id, Requirement::title, Requirement::text)
        .containsExactly(tuple("BAR-REQ-3", "Tea", "Tea shall be hot:\nat 80 °C."));
    assertThat(found.requirements().getFirst().wantsTest()).isFalse();
  }

  @Test
  void whatBindsBehindALabelOfTheAuthorsOwnIsTheStatement() {
    assertThat(of("ID: BAR-9\nTitle: Till\nInputs: coins\nProcessing: The till shall count them.")
        .requirements()).extracting(Requirement::text)
        .containsExactly("The till shall count them.");
  }

  @Test
  void aQualityIsStatedWithItsMeasures() {
    assertThat(of("ID: QR4\nTAG: Speed\nGIST: The speed of an order\nMUST: 95 % within 2 s")
        .requirements()).extracting(Requirement::title, Requirement::text)
        .containsExactly(tuple("Speed", "The speed of an order\nMUST: 95 % within 2 s"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ID: TC-7\nTitle: Order tea", "User ID: guest1\nTitle: Guest",
      "ID: FR1", "Each guest has an ID: FR1 is the first.", "ID: none\nDescription: unnamed"})
  void whatIsNoBlockIsReadAsText(String text) {
    assertThat(of(text).requirements()).isEmpty();
  }

  @Test
  void aListBelowALabelIsWhatItLabels() {
    var found = Extraction.of(List.of(Passage.heading("BAR-12 Tea", 2, HERE),
        Passage.item("Statement:", 1, HERE), Passage.item("Tea shall be hot.", 2, HERE),
        Passage.item("Acceptance Criteria:", 1, HERE), Passage.item("It steams.", 2, HERE),
        Passage.item("Verification Method: Demo", 1, HERE)));

    assertThat(found.requirements()).extracting(Requirement::text, r -> r.verification() != null)
        .containsExactly(tuple("- Tea shall be hot.", true));
  }

  @Test
  void assertionsBelowARequirementBelongToIt() {
    var passages = new ArrayList<Passage>();
    passages.add(Passage.heading("REQ-p00012: Tea", 2, HERE));
    passages.add(Passage.paragraph("**Level**: PRD | **Status**: Active", HERE));
    passages.add(Passage.heading("Assertions", 2, HERE));
    passages.add(Passage.paragraph("A. Tea SHALL be hot.\nB. Tea SHALL be free.", HERE));
    passages.add(Passage.heading("Notes", 2, HERE));
    passages.add(Passage.paragraph("The bar SHALL open at 7.", HERE));

    assertThat(Extraction.of(passages).requirements()).extracting(Requirement::text)
        .containsExactly("A. Tea SHALL be hot.\nB. Tea SHALL be free.",
            "The bar SHALL open at 7.");
  }

  private static Rtm of(String... texts) {
    return Extraction
        .of(Stream.of(texts).map(text -> Passage.paragraph(text, HERE)).toList());
  }

  @Test
  void theLabelsBehindAnIdOnItsLineAreOfItsBlock() {
    var found = of("ID: BAR-1 | Title: Tea | Description: Tea is hot.\nPriority: High");

    assertThat(found.requirements())
        .extracting(Requirement::id, Requirement::title, Requirement::text, Requirement::priority)
        .containsExactly(tuple("BAR-1", "Tea", "Tea is hot.", "High"));
  }

  @Test
  void aLabelThatStandsTwiceHasBothTexts() {
    assertThat(of("ID: BAR-2\nDESC: Tea is hot.\nRAT:\nDESC: Tea is free.\nRAT: Thirst.")
        .requirements()).extracting(Requirement::text, Requirement::rationale)
        .containsExactly(tuple("Tea is hot.\nTea is free.", "Thirst."));
  }

  @Test
  void aLabelOfSomeWordsEndsWhatTheOneBeforeItSays() {
    assertThat(of("ID: BAR-3\nDESC: Guests pay.\nDate of last change: May").requirements())
        .extracting(Requirement::text).containsExactly("Guests pay.");
  }

  @Test
  void aTitleAloneStatesARequirementAndAPriorityAloneNone() {
    assertThat(of("ID: BAR-4\nTitle: Tea by day").requirements())
        .extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("BAR-4", "Tea by day"));
    assertThat(of("ID: BAR-5\nPriority: High").requirements()).isEmpty();
  }

  @Test
  void theScaleAndTheGoalOfAQualityStandBehindItsGist() {
    assertThat(of("ID: QR5\nTAG: Speed\nGIST: The speed of an order\nSCALE: seconds\n"
        + "GOAL: 2\nHISTORY: slow").requirements()).extracting(Requirement::text)
        .containsExactly("The speed of an order\nSCALE: seconds\nGOAL: 2");
  }

  @Test
  void theStatementOfABlockInPassagesIsReadOnce() {
    assertThat(of("ID: BAR-6", "TITLE: Brew", "DESC: Tea shall be hot.", "RAT: Guests are cold.")
        .requirements()).extracting(Requirement::text, Requirement::rationale)
        .containsExactly(tuple("Tea shall be hot.", "Guests are cold."));
  }

  @Test
  void itemsGoOnWithABlockAndAnotherDocumentDoesNot() {
    var found = Extraction.of(List.of(Passage.paragraph("ID: BAR-7\nTITLE: Brew", HERE),
        Passage.item("DESC: Tea shall be hot.", 1, HERE),
        Passage.paragraph("DESC: Milk shall be cold.", Source.line("b.txt", 1, null))));

    assertThat(found.requirements()).extracting(Requirement::text)
        .containsExactly("Tea shall be hot.", "DESC: Milk shall be cold.");
  }

  @Test
  void whatStandsBeforeABlockIsReadAsText() {
    assertThat(of("The bar shall open at 7.\nID: BAR-8\nDESC: Guests pay.").requirements())
        .extracting(Requirement::text)
        .containsExactlyInAnyOrder("The bar shall open at 7.", "Guests pay.");
  }

  @Test
  void anIdWithNothingButACommentIsReadAsText() {
    assertThat(of("The bar is old.", "ID: BAR-9\nComment: The till shall ring.").requirements())
        .extracting(Requirement::text).singleElement().asString().contains("The till shall ring.");
  }
}
