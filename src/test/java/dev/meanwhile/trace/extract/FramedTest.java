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

/// Statements between corner brackets, and the text around them.
class FramedTest {
  private static final Source HERE = Source.line("a.txt", 1, null);

  private final List<Passage> passages = new ArrayList<>();

  @Test
  void theTextAroundAFrameIsReadToo() {
    text("The bar shall open at 7. [SWS_Bar_00001] ⌈Tea shall be hot.⌋() Milk shall be cold.");

    assertThat(rtm().requirements()).extracting(Requirement::text).containsExactlyInAnyOrder(
        "The bar shall open at 7.", "Tea shall be hot.", "Milk shall be cold.");
  }

  @Test
  void aFrameLateInADocumentMayGoOverSeveralPassages() {
    for (int i = 0; i < 40; i++) {
      text("Pot " + i + " is old.");
    }
    text("[SWS_Bar_00002] ⌈The bar shall serve");
    passages.add(Passage.item("tea", 1, HERE));
    text("⌋(SRS_Bar_00001)");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::text, Requirement::parents)
        .containsExactly(tuple("SWS_Bar_00002", "The bar shall serve\n- tea",
            List.of("SRS_Bar_00001")));
  }

  @Test
  void aFrameThatATableCutsIsNone() {
    text("[SWS_Bar_00003] ⌈The bar shall serve tea.");
    passages.add(Passage.row(List.of("Pot", "red"), Source.row("a.txt", 1, 1, null)));
    text("It is hot.⌋()");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .noneMatch(text -> text.contains("It is hot."));
  }

  private void text(String text) {
    passages.add(Passage.paragraph(text, HERE));
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }
}
