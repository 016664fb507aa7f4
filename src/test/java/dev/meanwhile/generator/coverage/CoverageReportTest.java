package dev.meanwhile.generator.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.generator.Stored;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.coverage.Coverage;
import dev.meanwhile.trace.coverage.CoverageAnalysis;
import dev.meanwhile.trace.coverage.Material;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.result.TestResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CoverageReportTest {
  private static final String HOSTILE = "=cmd|' /C calc'!A0 <script>alert(1)</script> \"x\" & | ]]> \u202e";
  private static final Pattern CELLS = Pattern
      .compile("<(?:th scope=\"row\"|td[^>]*)>([^<]*)</t[hd]>");

  private final Coverage coverage = coverage(rtm("A-1: It shall go.\nA-2: It shall " + HOSTILE));

  @Test
  @Tag("MW-COV-002")
  void everyFormPrintsTheSameFigures() throws IOException {
    var figures = new ArrayList<List<String>>();
    coverage.figures().forEach((name, f) -> figures.add(List.of(name, String.valueOf(f.count()),
        f.ofText(), f.percentageText(), f.definition())));

    assertThat(ofJson()).isEqualTo(figures);
    assertThat(ofCsv()).isEqualTo(figures);
    assertThat(ofMarkdown()).isEqualTo(figures);
    assertThat(ofHtml()).isEqualTo(figures);
    assertThat(ofSheet()).isEqualTo(figures);
  }

  private List<List<String>> ofJson() {
    var read = Stored.read("coverage.json", artifact("coverage.json").content(), Coverage.class);
    assertThat(read).isEqualTo(coverage);
    var rows = new ArrayList<List<String>>();
    read.figures().forEach((name, f) -> rows.add(List.of(name, String.valueOf(f.count()),
        f.ofText(), f.percentageText(), f.definition())));
    return rows;
  }

  private List<List<String>> ofCsv() throws IOException {
    try (var csv = CsvReader.builder().skipEmptyLines(false)
        .ofCsvRecord(text("coverage.csv"))) {
      return csv.stream().skip(2).map(r -> r.getFields().subList(0, 5))
          .takeWhile(r -> !r.getFirst().isEmpty()).toList();
    }
  }

  private List<List<String>> ofMarkdown() {
    return text("coverage.md").lines().dropWhile(l -> !l.startsWith("| ---")).skip(1)
        .takeWhile(l -> l.startsWith("|"))
        .map(l -> List.of(l.substring(2, l.length() - 2).replace("\\_", "_").split(" \\| ", -1)))
        .toList();
  }

  private List<List<String>> ofHtml() {
    var page = text("coverage.html");
    var table = page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
    return table.lines().filter(l -> l.startsWith("<tr>"))
        .map(l -> CELLS.matcher(l).results().map(c -> c.group(1).replace("&#39;", "'")).toList())
        .toList();
  }

  private List<List<String>> ofSheet() throws IOException {
    try (var book = new ReadableWorkbook(
        new ByteArrayInputStream(artifact("coverage.xlsx").content()))) {
      return book.getFirstSheet().read().stream().skip(1).map(
          r -> List.of(cell(r.getCell(0)), cell(r.getCell(1)), cell(r.getOptionalCell(2)
              .orElse(null)), percent(cell(r.getOptionalCell(3).orElse(null))),
              cell(r.getCell(4))))
          .toList();
    }
  }

  private static String cell(@Nullable Cell cell) {
    return cell == null ? "" : cell.getText();
  }

  /// A number cell has no trailing zero.
  private static String percent(String number) {
    return number.isEmpty() || number.contains(".") ? number : number + ".0";
  }

  @Test
  @Tag("MW-COV-012")
  void thePageNeedsNothingAndShowsForeignTextAsText() {
    var page = text("coverage.html");

    assertThat(page).contains("&lt;script&gt;").contains("<svg").contains("lang=\"en\"")
        .doesNotContain("<script", "http:", "https:", "src=", "@import", "url(", "javascript:",
            " onload", "<link", "<iframe");
    assertThat(page).contains("<th scope=\"col\">").contains("<caption>").contains("aria-label");
  }

  @Test
  void aSpreadsheetComputesNothingOfIt() {
    assertThat(text("coverage.csv")).contains("'=cmd").doesNotContain(",=cmd");
    assertThat(text("coverage.md")).contains("\\<script\\>").doesNotContain("<script>");
  }

  @Test
  void theMatrixIsCappedAndSaysSo() {
    var text = new StringBuilder();
    var results = new ArrayList<TestResult>();
    for (int i = 0; i < Matrix.MOST_ROWS + 5; i++) {
      text.append("A-").append(i).append(": It shall count to ").append(i).append(".\n");
      results.add(new TestResult("t" + i, "", Outcome.PASSED, List.of("A-" + i), List.of(),
          List.of(), ""));
    }
    var large = CoverageAnalysis.of(new Material().matrix("m", rtm(text.toString())).results("r",
        new ResultFile.Run("JUnit XML", "", results)), () -> {});

    var section = Matrix.of(large).section();

    assertThat(section.rows()).hasSize(400).allMatch(r -> r.size() == 101);
    assertThat(section.lead()).contains("400 of 405 requirements").contains("100 of 405 tests");
    assertThat(large.figure("passed").count()).isEqualTo(405);
  }

  @Test
  void theSameCoverageIsTheSameBytes() {
    var one = CoverageHandler.reports(coverage, "T");
    var other = CoverageHandler.reports(coverage, "T");

    for (int i = 0; i < one.size(); i++) {
      assertThat(one.get(i).content()).as(one.get(i).name()).isEqualTo(other.get(i).content());
    }
  }

  @Test
  void theBarShowsEveryCountedRequirementOnce() {
    assertThat(Charts.standings(coverage))
        .contains("2 requirements by standing: passed 1, uncovered 1").contains("x=\"360\"");
    assertThat(Charts.trend(coverage)).contains("<polyline").contains("720,");
  }

  private static Coverage coverage(Rtm rtm) {
    var run = new ResultFile.Run("JUnit XML", "", List.of(new TestResult("t " + HOSTILE, "",
        Outcome.PASSED, List.of("A-1"), List.of(), List.of(), "")));
    var code = new ResultFile.Code("LCOV", List.of(new ResultFile.Counter("lines", 2, 3)));
    return CoverageAnalysis.of(new Material().matrix("m", rtm).results("r.xml", run)
        .results("lcov.info", code).input("m " + HOSTILE, "matrix", "abc").note(HOSTILE)
        .history("2026-01-02T00:00:00Z",
            List.of(new Coverage.Point("2026-01-01T00:00:00Z", Map.of("requirements", 2)))),
        () -> {});
  }

  private static Rtm rtm(String text) {
    return Extraction.of(List.of(Passage.paragraph(text, Source.line("a.txt", 1, null))));
  }

  private NewArtifact artifact(String name) {
    return CoverageHandler.reports(coverage, "Coverage of " + HOSTILE).stream()
        .filter(a -> a.name().equals(name)).findFirst().orElseThrow();
  }

  private String text(String name) {
    return new String(artifact(name).content(), StandardCharsets.UTF_8);
  }
}
