package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Tables of one requirement each, or of one below the other, wherever they stand in a document.
class CardsTest {
  private final List<Passage> passages = new ArrayList<>();

  @Test
  void aCardLateInADocumentIsStatedByTheLastText() {
    for (int i = 1; i <= 40; i++) {
      text("Gate " + i + " is old.");
    }
    row("UID:", "DAM-LEVEL");
    row("Status:", "Active");
    text("The dam shall tell its level.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("DAM-LEVEL", "The dam shall tell its level."));
  }

  @Test
  void aStatementInATableWithoutAnIdForItIsNotLost() {
    text("The dam is old.");
    row("Statement", "The dam shall hold.");
    row("ID", "DAM_HOLDS");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("The dam shall hold.");
  }

  @Test
  void rowsBelowTheirTitlesAreReadOnce() {
    text("The dam is old.");
    row("DAM-0100 Gate", "");
    row("The gate shall open.", "");
    row("DAM-0110", "Lock");
    row("The lock shall close.", "");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::title, Requirement::text).containsExactly(
            tuple("DAM-0100", "Gate", "The gate shall open."),
            tuple("DAM-0110", "Lock", "The lock shall close."));
    assertThat(rtm().candidates()).isEmpty();
  }

  @Test
  void aSecondDemandBelowATitleIsNotLost() {
    row("DAM-0100 Gate", "");
    row("The gate shall open.", "");
    row("The lamp shall glow.", "");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .contains("The gate shall open.", "The lamp shall glow.");
  }

  private void text(String text) {
    passages.add(Passage.paragraph(text, Source.line("a.md", passages.size() + 1, null)));
  }

  private void row(String... cells) {
    passages.add(Passage.row(List.of(cells), Source.row("a.md", 1, passages.size() + 1, null)));
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }
}
