package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.stream.Stream;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptionsTest {
  private static final Source HERE = Source.line("srs.html", 1, null);

  private final List<Passage> passages = new ArrayList<>();

  @Test
  void anIdWithATitleInAParagraphNamesTheStatementBelow() {
    text("OVN-1 Door");
    text("The oven shall stay locked while it is hot.");
    text("OVN-2 \u2013 Lamp");
    passages.add(Passage.item("The oven shall light its lamp when it is opened.", 1, HERE));

    assertThat(rtm().requirements()).extracting(Requirement::id).containsExactly("OVN-1", "OVN-2");
    assertThat(rtm().requirements()).extracting(Requirement::title).containsExactly("Door", "Lamp");
    assertThat(rtm().requirements().getFirst().text())
        .isEqualTo("The oven shall stay locked while it is hot.");
  }

  @Test
  void linesThatStandFurtherInAreTheStatementOfTheTitleAboveThem() {
    text("OVN-1 Door\n    The oven shall stay locked\n    while it is hot.");
    text("OVN-2 Lamp\n    The oven shall light its lamp.\n    Derived from: SYS-1, SYS-2");
    text("OVN-3 Heat\n    Enough heat for ten loaves.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::title,
        r -> r.text().replaceAll("\\s+", " ")).containsExactly(
            tuple("OVN-1", "Door", "The oven shall stay locked while it is hot."),
            tuple("OVN-2", "Lamp", "The oven shall light its lamp."),
            tuple("OVN-3", "Heat", "Enough heat for ten loaves."));
    assertThat(rtm().requirements().get(1).parents()).containsExactly("SYS-1", "SYS-2");
  }

  @Test
  void labelsBelowTheTitleBelongToTheStatement() {
    text("OVN-1 Door\nPriority: high");
    text("The oven shall stay locked while it is hot.");
    text("OVN-2 Lamp\nPriority: low");
    text("The oven shall light its lamp when it is opened.");

    assertThat(rtm().requirements()).extracting(Requirement::priority)
        .containsExactly("high", "low");
    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("The oven shall stay locked while it is hot.",
            "The oven shall light its lamp when it is opened.");
  }

  @Test
  void labelsMayStandBetweenTheTitleAndTheLabelledStatement() {
    for (int i = 1; i <= 3; i++) {
      text("REQ-OVN-00" + i + ": Door " + i);
      text("Category: Functional\nPriority: High");
      text("Description:\nThe oven shall stay locked\nwhile it is hot.");
      text("Verification Method: Test\nAcceptance Criteria:");
      passages.add(Passage.item("No error must be logged.", 1, HERE));
    }

    assertThat(rtm().requirements()).extracting(Requirement::id)
        .containsExactly("REQ-OVN-001", "REQ-OVN-002", "REQ-OVN-003");
    assertThat(rtm().requirements()).allSatisfy(r -> {
      assertThat(r.text()).isEqualTo("The oven shall stay locked\nwhile it is hot.");
      assertThat(r.verification()).isNotNull();
    });
  }

  @Test
  void shortStatementsKeepTheirIdsWhereOnlyOneOfThemStandsAboveASentence() {
    text("OVN-1: Bake bread");
    text("OVN-2: Roast fish");
    text("OVN-3: Dry plums");
    text("All of it shall be done in an hour.");

    assertThat(rtm().ids()).contains("OVN-1", "OVN-2", "OVN-3");
    assertThat(rtm().requirements()).extracting(Requirement::text)
        .contains("Bake bread", "Roast fish", "Dry plums");
  }

  @Test
  void aSentenceThatBeginsWithAnIdIsNoTitle() {
    text("OVN-1 is older than the house.");
    text("The oven shall stay locked while it is hot.");
    text("OVN-2 is as old as the house");
    text("The oven shall light its lamp when it is opened.");

    assertThat(rtm().ids()).doesNotContain("OVN-1", "OVN-2");
  }

  @Test
  void aStatementThatStandsFurtherInMayBeLong() {
    text("OVN-1 Door\n    The oven shall stay locked." + "\n    It is of old iron.".repeat(40));
    text("OVN-2 Lamp\n    The oven shall light its lamp." + "\n    It is of old glass.".repeat(40));

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::title)
        .containsExactly(tuple("OVN-1", "Door"), tuple("OVN-2", "Lamp"));
  }

  @Test
  void aLongParagraphBetweenTitlesKeepsItsWords() {
    text("OVN-1 Door");
    text("The oven shall stay locked while it is hot.");
    text("OVN-2 Lamp");
    text("The oven shall light its lamp.");
    text("The oven shall ring at noon. " + "It is of old iron. ".repeat(40).strip());
    text("The oven shall hum by night.");

    var all = Stream.concat(rtm().requirements().stream(), rtm().candidates().stream());
    assertThat(all).extracting(Requirement::text)
        .contains("The oven shall ring at noon.", "The oven shall hum by night.");
  }

  private void text(String text) {
    passages.add(Passage.paragraph(text, HERE));
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }

  @Test
  void halfOfTheTitlesAboveAStatementMakeAHabitAndFewerNone() {
    text("[OVN-1] Door");
    text("The oven shall stay locked while it is hot.");
    text("OVN-2 Lamp");
    text("The oven should light its lamp.");
    text("OVN-3 Bell");
    text("It is old.");
    text("OVN-4 Shelf");
    text("It is new.");

    assertThat(rtm().requirements()).extracting(Requirement::id).contains("OVN-1", "OVN-2");
    assertThat(rtm().requirements()).extracting(Requirement::title).contains("Door", "Lamp");

    text("OVN-5 Wheel");
    text("It is round.");

    assertThat(rtm().ids()).doesNotContain("OVN-1", "OVN-2");
  }

  @Test
  void aTitleAtTheEndOfTheTextNamesNothing() {
    text("OVN-1 Door");
    text("The oven shall stay locked while it is hot.");
    text("OVN-2 Lamp");

    assertThat(rtm().ids()).doesNotContain("OVN-1", "OVN-2").hasSize(1);
  }
}
