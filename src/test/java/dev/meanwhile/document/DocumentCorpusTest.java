package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentCorpusTest {
  private static final Pattern ID = Pattern.compile("[A-Z]{2}\\d[\\d.]*");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  @ParameterizedTest
  @CsvSource({"cfs-hk/hk_FunctionalRequirements.csv, cfs-hk/requirements.pdf, 15, 15",
      "cfs-fm/fm_FunctionalRequirements.csv, cfs-fm/requirements.docx, 46, 44",
      "cfs-fm/fm_FunctionalRequirements.csv, cfs-fm/RTTM.xlsx, 46, 42"})
  void theOfficialTextsStandInTheRowsOfTheirIds(String list, String path, int ids, int texts) {
    var rows = Corpora.document(path).passages().stream().filter(p -> p.kind() == Kind.ROW)
        .toList();
    var best = new LinkedHashMap<String, Double>();
    for (var official : Corpora.document(list).passages()) {
      var id = official.cells().get(1);
      if (ID.matcher(id).matches()) {
        rows.stream().filter(r -> r.cells().contains(id)).flatMap(r -> r.cells().stream())
            .forEach(c -> best.merge(id, tokenF1(c, official.cells().get(2)), Math::max));
      }
    }

    assertThat(best).hasSizeGreaterThanOrEqualTo(ids);
    assertThat(best.values().stream().filter(f -> f >= 0.9).count())
        .isGreaterThanOrEqualTo(texts);
  }

  @ParameterizedTest
  @CsvSource({"sphinx-needs-coffee/requirements.rst, 4",
      "sphinx-needs-coffee/sw_requirements.rst, 5",
      "strictdoc/strictdoc_40_DO178_requirements.sdoc, 0",
      "strictdoc/strictdoc_22_l3_low_level_requirements.sdoc, 0"})
  void eachMarkedNeedHasItsIdAndText(String path, int count) {
    var written = new String(Corpora.bytes(path), StandardCharsets.UTF_8);
    var needs = Corpora.document(path).passages().stream().filter(p -> p.kind() == Kind.NEED)
        .toList();
    long marked = count > 0
        ? count
        : Pattern.compile("(?m)^\\[REQUIREMENT\\]$").matcher(written).results().count();

    assertThat(needs).hasSize(Math.toIntExact(marked)).allSatisfy(need -> {
      assertThat(need.field("id")).isNotBlank();
      assertThat(need.source().line()).isPositive();
      for (var line : need.text().lines().toList()) {
        assertThat(written).contains(line.strip());
      }
    });
    assertThat(needs).extracting(n -> n.field("id")).doesNotHaveDuplicates();
  }

  @Test
  void aScenarioGivesItsTableOfRequirements() {
    var rows = Corpora
        .document("cfs-fm/scenarios/FM Basic Directory Functions Test Scenario.txt").passages()
        .stream()
        .filter(p -> p.kind() == Kind.ROW && "Requirements Tested".equals(p.source().heading()))
        .toList();

    assertThat(rows.stream().map(r -> r.cells().getFirst()).filter(c -> ID.matcher(c).matches()))
        .containsExactly("FM3000", "FM3001", "FM3001.1", "FM3002", "FM3002.1", "FM3003", "FM2008",
            "FM1003", "FM1004", "FM1006", "FM4000", "FM5000");
  }

  private static double tokenF1(String one, String other) {
    var left = tokens(one);
    var right = tokens(other);
    int common = left.entrySet().stream()
        .mapToInt(e -> Math.min(e.getValue(), right.getOrDefault(e.getKey(), 0))).sum();
    int all = sum(left) + sum(right);
    return all == 0 ? 0 : 2.0 * common / all;
  }

  private static int sum(Map<String, Integer> tokens) {
    return tokens.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> tokens(String text) {
    var tokens = new HashMap<String, Integer>();
    NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).filter(t -> !t.isEmpty())
        .forEach(t -> tokens.merge(t, 1, Integer::sum));
    return tokens;
  }
}
