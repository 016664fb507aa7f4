package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Titles that stand beside an ID or a name, and aren't what is stated.
class TitleLineTest {

  @ParameterizedTest
  @ValueSource(strings = {"KIT-1 – Setting a course\nThe kite shall fly north.",
      "KIT-1: Setting a course\nThe kite shall fly north."})
  void theLineBesideAnIdIsTheTitleOfTheSentenceBelow(String text) {
    assertThat(of(Passage.paragraph(text, HERE)).requirements())
        .extracting(Requirement::title, Requirement::text)
        .containsExactly(tuple("Setting a course", "The kite shall fly north."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"The kite of the port\nThe old one shall fly.",
      "Wind above 9 m/s from the sea and from all of the land around\nThe kite shall land.",
      "The kite shall fly\nIf it rains.", "Kites of the\nport shall be red.",
      "Kites fly.\nThe string shall hold."})
  void aSentenceThatGoesOnHasNoTitle(String text) {
    assertThat(of(Passage.paragraph("KIT-1: " + text, HERE)).requirements().getFirst().text())
        .startsWith(text.substring(0, text.indexOf('\n')));
  }

  @Test
  void aDocumentMayBeCalledAfterItsProduct() {
    var rtm = of(Passage.heading("KITE-2 Software Requirements", 1, HERE),
        Passage.paragraph("All words such as MUST are read as everywhere.", HERE),
        Passage.heading("KITE-3 Software Requirements", 1, HERE),
        Passage.paragraph("The kite shall fly.", HERE));

    assertThat(rtm.ids()).contains("KITE-3").doesNotContain("KITE-2");
  }

  private static final Source HERE = Source.line("a.md", 1, null);

  private static Rtm of(Passage... passages) {
    return Extraction.of(List.of(passages));
  }
}
