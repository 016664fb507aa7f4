package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Source;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

  @ParameterizedTest
  @ValueSource(strings = {"The pump shall stop. ", "The pump\nshall stop ", "stop", "shall ", "A. ",
      "\ud83d\ude00", "\ud83d\ude00a", "a\ud83d\ude00", "ab\ud83d\ude00"})
  void nothingIsLostOrHalved(String part) {
    var text = part.repeat(3 * Pieces.LONGEST / part.length());
    var pieces = Pieces.of(Passage.paragraph(text, Source.page("a.pdf", 1, null)));

    assertThat(pieces).hasSizeGreaterThan(2)
        .allMatch(piece -> piece.text().length() <= Pieces.LONGEST)
        .noneMatch(piece -> Character.isLowSurrogate(piece.text().charAt(0)));
    assertThat(pieces.stream().map(Passage::text).collect(Collectors.joining())).isEqualTo(text);
  }

  @Test
  void aSentenceStaysWholeAndKeepsItsLine() {
    var text = "The pump shall\nstop. ".repeat(Pieces.LONGEST / 10);
    var pieces = Pieces.of(Passage.item(text, 2, Source.line("a.md", 7, "Pump")));

    assertThat(pieces).allMatch(piece -> piece.text().startsWith("The pump shall\nstop. "))
        .allMatch(piece -> piece.text().endsWith("stop. ") && piece.level() == 2);
    int before = pieces.getFirst().text().split("\n", -1).length - 1;
    assertThat(pieces.get(1).source()).isEqualTo(Source.line("a.md", 7 + before, "Pump"));
  }

  @Test
  void whatIsShortOrATableIsLeftAlone() {
    var heading = Passage.heading("x".repeat(2 * Pieces.LONGEST), 1, Source.line("a", 1, null));

    assertThat(Pieces.of(heading)).containsExactly(heading);
  }

  @Test
  void withoutSentencesLinesStayWhole() {
    var text = "The pump and\nthe tank ".repeat(Pieces.LONGEST / 5);
    var pieces = Pieces.of(Passage.paragraph(text, Source.page("a.pdf", 1, null)));

    assertThat(pieces.subList(0, pieces.size() - 1)).isNotEmpty()
        .allMatch(piece -> piece.text().endsWith("\n"));
  }
}
