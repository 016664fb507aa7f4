package dev.meanwhile.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritersTest {
  @ParameterizedTest
  @Tag("MW-RTM-007")
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "\0x", "＝1"})
  void noCellOfACsvIsEverAFormula(String cell) {
    assertThat(new Csv().row(cell).text().replaceFirst("^\"", "")).startsWith("'");
  }

  @Test
  void csvKeepsQuotesAndNewlines() {
    assertThat(new Csv().row("a \"b\"\nc", "d,e", "f").text())
        .isEqualTo("\"a \"\"b\"\"\nc\",\"d,e\",f\r\n");
  }

  @Test
  void markdownKeepsForeignTextAsText() {
    assertThat(Markdown.row(List.of("a|b\n<script>", "*x*")))
        .isEqualTo("| a\\|b<br>\\<script\\> | \\*x\\* |\n");
  }

  @Test
  void whateverMarksUpInMarkdownIsEscaped() {
    assertThat(Markdown.text("a\\b`c*d_e{f}g[h]i<j>k|l#m~n!o&p")).isEqualTo(
        "a\\\\b\\`c\\*d\\_e\\{f\\}g\\[h\\]i\\<j\\>k\\|l\\#m\\~n\\!o\\&p");
  }

  @Test
  void aShortenedTextNeverEndsInHalfACharacter() {
    assertThat(Words.shortened("abc😀def", 5)).isEqualTo("abc…");
  }

  @Test
  void abbreviationsDontEndSentences() {
    assertThat(Words.sentences("Use e.g. Latin letters. Stop."))
        .containsExactly("Use e.g. Latin letters.", "Stop.");
  }
}
