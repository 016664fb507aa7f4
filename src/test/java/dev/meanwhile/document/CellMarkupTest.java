package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.document.reading.CellMarkup;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellMarkupTest {
  @Test
  void paragraphsAndItemsAreLines() {
    assertThat(CellMarkup.plain("<p class=\"x\">The oven shall&nbsp;bake</p>\n<ul><li>bread</li>"
        + "<li><b>buns</b> &amp; rolls</li></ul><div>by <span>noon</span>.</div>"))
        .isEqualTo("The oven shall\u00a0bake\n- bread\n- buns & rolls\nby noon.");
    assertThat(CellMarkup.plain("one<br/>two")).isEqualTo("one\ntwo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a < b and c > d", "Put it into the `<head>`.", "List<String>",
      "The tag <p> opens a paragraph.", "5 <PLATFORM_DEFINED, 10> s", "&amp; stays"})
  void otherWordsBetweenAnglesStay(String cell) {
    assertThat(CellMarkup.plain(cell)).isEqualTo(cell);
  }

  @Test
  void cellsOfManyTagsAreRead() {
    int many = 50_000;

    assertThat(CellMarkup.plain("<div>".repeat(many) + "x" + "</div>".repeat(many)))
        .isEqualTo("x");
    assertThat(CellMarkup.plain("<p>".repeat(many) + "y<br>").strip()).isEqualTo("y");
  }

  @Test
  void cellsOfCsvFilesAreReadSo() {
    var csv = "ID,Text\nBAK-1,\"<p>The oven<br>shall bake.</p>\"\n";

    assertThat(Documents.withDefaults().read("a.csv", csv.getBytes(StandardCharsets.UTF_8))
        .passages().getLast().cells()).containsExactly("BAK-1", "The oven\nshall bake.");
  }
}
