package dev.meanwhile.generator.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.document.Corpora;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.test.Numbers;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestDesign;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The design of test cases on requirements that nobody here wrote.
class DesignCorpusTest {
  private static final Pattern REFUSED = Pattern.compile(
      "invalid|not valid|reject|error|fail|illegal|out of range|non-?exist|bad |wrong|incorrect",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern COUNTER = Pattern.compile("(?:rejected|error) counters?",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern STEP = Pattern.compile("\\d+(?:\\.\\d+)*\\.?");

  @Test
  void everyRequirementHasACaseOrAReason() {
    for (var document : Corpora.SPECIFICATIONS) {
      var requirements = requirements(document);
      var set = TestDesign.collect(requirements, TestDesign::casesFor, true);
      var named = Stream.concat(set.cases().stream().flatMap(c -> c.requirementIds().stream()),
          set.uncovered().stream().map(u -> u.requirementId())).toList();
      assertThat(named).as(document)
          .containsAll(requirements.stream().map(Requirement::id).toList());
      System.out.printf("%s: %d requirements, %d cases %s, %d with a reason instead%n", document,
          requirements.size(), set.cases().size(), set.byTechnique(), set.uncovered().size());
    }
  }

  @Test
  void everyCaseQuotesItsRequirement() {
    for (var document : Corpora.SPECIFICATIONS) {
      for (var requirement : requirements(document)) {
        var text = Words.oneLine(requirement.text());
        for (var test : TestDesign.casesFor(requirement)) {
          assertThat(text).as(test.title()).contains(Words.oneLine(test.sourceQuote()));
          assertThat(test.sourceQuote()).isNotBlank();
          assertThat(Numbers.invented(test, text)).as(test.toString()).isEmpty();
          assertThat(test.fingerprints()).containsEntry(requirement.id(), requirement.textHash());
        }
      }
    }
  }

  /// What testers did: the steps of their procedures that name a requirement try something that is refused.
  @Test
  void theNegativeDecisionAgreesWithWhatTestersTried() {
    int hits = 0;
    int extra = 0;
    int missed = 0;
    for (var app : Map.of("HK", "cfs-hk", "FM", "cfs-fm").entrySet()) {
      var tried = tried(app.getKey(), app.getValue());
      var document = app.getValue() + "/" + app.getKey().toLowerCase(java.util.Locale.ROOT)
          + "_FunctionalRequirements.csv";
      for (var requirement : requirements(document)) {
        var refused = tried.get(requirement.id());
        if (refused != null) {
          boolean decided = TestDesign.casesFor(requirement).stream().map(TestCase::type)
              .anyMatch(TestCase.Type.NEGATIVE::equals);
          hits += decided && refused ? 1 : 0;
          extra += decided && !refused ? 1 : 0;
          missed += !decided && refused ? 1 : 0;
        }
      }
    }
    double f1 = 2.0 * hits / (2.0 * hits + extra + missed);
    System.out.printf(
        "Test procedures: negative decision F1 %.3f (%d right, %d extra, %d missed)%n",
        f1, hits, extra, missed);
    assertThat(f1).isGreaterThanOrEqualTo(0.7);
  }

  /// By requirement, whether a step that names it tries something that is refused.
  private static Map<String, Boolean> tried(String prefix, String folder) {
    var id = Pattern.compile("\\b(?:" + prefix + ")?(\\d{4}(?:\\.\\d+)*)\\b");
    var tried = new HashMap<String, Boolean>();
    for (var path : Corpora.list(folder + "/scenarios")) {
      for (var row : steps(new String(Corpora.bytes(path), StandardCharsets.ISO_8859_1), id)) {
        boolean refused = REFUSED.matcher(COUNTER.matcher(String.join(" ", row)).replaceAll(""))
            .find();
        row.stream().skip(2).flatMap(c -> id.matcher(c).results()).map(m -> prefix + m.group(1))
            .forEach(r -> tried.merge(r, refused, Boolean::logicalOr));
      }
    }
    return tried;
  }

  /// The rows of the step tables, each cell of a row that goes on in the next line joined.
  private static List<List<String>> steps(String text, Pattern id) {
    var rows = new ArrayList<List<String>>();
    for (var line : text.lines().filter(l -> l.startsWith("|")).toList()) {
      var cells = Stream.of(line.strip().replaceAll("^\\|+|\\|+$", "").split("\\|", -1))
          .map(String::strip).collect(Collectors.toCollection(ArrayList::new));
      boolean begins = cells.size() > 3 && (STEP.matcher(cells.getFirst()).matches()
          || (cells.getFirst().isEmpty() && cells.get(1).matches("[A-Z].*")
              && cells.subList(2, 4).stream().anyMatch(c -> id.matcher(c).find())));
      if (begins) {
        rows.add(cells);
      } else if (!rows.isEmpty() && rows.getLast().size() == cells.size()) {
        var row = rows.getLast();
        for (int i = 0; i < row.size(); i++) {
          row.set(i, row.get(i) + " " + cells.get(i));
        }
      }
    }
    return rows;
  }

  private static List<Requirement> requirements(String document) {
    return Extraction.of(Corpora.document(document).passages()).requirements();
  }
}
