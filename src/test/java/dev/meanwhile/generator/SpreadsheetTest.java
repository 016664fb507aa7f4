package dev.meanwhile.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.document.Documents;
import dev.meanwhile.generator.Spreadsheet.Colour;
import dev.meanwhile.generator.Spreadsheet.Column;
import dev.meanwhile.trace.Passage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SpreadsheetTest {
  private static final List<Column> COLUMNS = List.of(Column.text("ID", 12),
      Column.text("Text", 60), Column.number("Cases", 8),
      Column.state("State", 12, Map.of("passed", Colour.GOOD, "failed", Colour.BAD)));

  @Test
  @Tag("MW-RTM-007")
  void textsComeBackAsTheyWereAndNoneIsAFormula() {
    var hostile = List.of("=HYPERLINK(\"http://example.org\")", "+1", "-1", "@SUM(A1)", "\tx",
        "a\nb", "<script>&amp;", "\u202ertl", "😀", "'quoted", "{{x}}", " spaced ");
    var rows = hostile.stream().map(text -> List.of("R-1", text, "3", "passed")).toList();

    var bytes = new Spreadsheet().sheet("RTM", COLUMNS, rows).bytes();

    assertThat(part(bytes, "xl/worksheets/sheet1.xml")).doesNotContain("<f>", "<f ", "hyperlink");
    var read = Documents.withDefaults().read("rtm.xlsx", bytes).passages();
    assertThat(read).extracting(Passage::cells).extracting(List::getFirst)
        .containsExactlyElementsOf(
            Stream.concat(Stream.of("ID"), rows.stream().map(_ -> "R-1"))
                .toList());
    assertThat(read.stream().skip(1).map(row -> row.cells().get(1)))
        .containsExactlyElementsOf(hostile.stream().map(String::strip).toList());
  }

  @Test
  void theHeaderStaysTheRowsFilterAndStatesHaveColours() {
    var sheet = part(
        new Spreadsheet().sheet("RTM", COLUMNS, List.of(List.of("A-1", "x", "12", "failed")))
            .bytes(),
        "xl/worksheets/sheet1.xml");

    assertThat(sheet).contains("<pane ", "state=\"frozen\"", "<autoFilter ref=\"A1:D2\"")
        .contains("D2=\"failed\"", "D2=\"passed\"");
    assertThat(sheet).contains("<v>12</v>");
  }

  @Test
  void theSameSheetsAreTheSameBytes() {
    var first = new Spreadsheet().sheet("a/b", COLUMNS,
        List.of(List.of("A-1", "x", "1", "failed")));
    var again = new Spreadsheet().sheet("a/b", COLUMNS,
        List.of(List.of("A-1", "x", "1", "failed")));
    var bytes = first.bytes();

    assertThat(again.bytes()).isEqualTo(bytes);
    assertThat(part(bytes, "docProps/core.xml")).contains("1980-01-01T00:00:00Z");
  }

  @Test
  void whatACellCannotHoldIsCutOrReplaced() {
    var rows = List.of(List.of("A\0B", "x".repeat(40_000)), List.of("half \ud83d", ""));

    var read = Documents.withDefaults()
        .read("a.xlsx", new Spreadsheet().sheet("s", COLUMNS, rows).bytes()).passages();

    assertThat(read.get(1).cells().getFirst()).isEqualTo("A\uFFFDB");
    assertThat(read.get(1).cells().get(1)).hasSize(32_767).endsWith("…");
    assertThat(read.get(2).cells().getFirst()).isEqualTo("half \uFFFD");
  }

  private static String part(byte[] bytes, String name) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
      throw new AssertionError("no " + name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
