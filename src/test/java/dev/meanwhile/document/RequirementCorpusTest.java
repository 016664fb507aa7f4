package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.IdOrigin;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.change.Comparison;
import dev.meanwhile.trace.extract.Extraction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The figures that the product promises for real documents, held.
class RequirementCorpusTest {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final double RIGHT = 0.9;

  @Test
  void theMatrixGivesEveryLinkWithItsMethodAndResult() {
    var rtm = rtm("cfs-fm/RTTM.xlsx");
    var tests = rtm.forward(Link.Type.TEST);

    assertThat(tests.values().stream().mapToInt(List::size).sum()).isEqualTo(188);
    assertThat(rtm.unknown()).isEmpty();
    truth().forEach((id, expected) -> {
      assertThat(tests.getOrDefault(id, List.of())).extracting(Link::target)
          .containsExactlyInAnyOrderElementsOf(strings(expected.get("tests")));
      assertThat(tests.getOrDefault(id, List.of())).allSatisfy(link -> {
        assertThat(link.result()).isNotNull();
        assertThat(String.valueOf(link.result() == null ? "" : link.result().original()))
            .isEqualTo(expected.path("result").asString());
      });
      assertThat(requirement(rtm, id).verification()).isNotNull()
          .satisfies(v -> assertThat(v.original()).isEqualTo(expected.path("method").asString()));
    });
    assertThat(rtm.backward(Link.Type.TEST)).hasSize(17);
  }

  @ParameterizedTest
  @CsvSource({"cfs-fm/requirements.docx, 0.98, 0.80", "cfs-fm/RTTM.xlsx, 0.98, 0.80"})
  void theFileManagerDocumentsGiveIdsAndTexts(String path, double ids, double texts) {
    var official = new LinkedHashMap<String, String>();
    truth().forEach((id, requirement) -> official.put(id, requirement.path("text").asString()));

    hold(path, official, Set.of("cFS-200"), ids, texts);
  }

  @Test
  void thePdfGivesIdsAndTexts() {
    var official = new LinkedHashMap<String, String>();
    rtm("cfs-hk/hk_FunctionalRequirements.csv").requirements().stream()
        .filter(r -> !r.id().equals("HK2000.1")).forEach(r -> official.put(r.id(), r.text()));

    hold("cfs-hk/requirements.pdf", official, Set.of("CFS-100", "HK2000.1", "HK2001.4"), 0.95,
        0.80);
  }

  @ParameterizedTest
  @ValueSource(strings = {"strictdoc/strictdoc_22_l3_low_level_requirements.sdoc",
      "strictdoc/strictdoc_40_DO178_requirements.sdoc"})
  void everyNodeOfAStrictDocFileIsARequirement(String path) {
    var source = new String(Corpora.bytes(path), StandardCharsets.UTF_8);
    var ids = Stream.of(source.split("\n(?=\\[)", -1)).filter(n -> n.startsWith("[REQUIREMENT]"))
        .flatMap(n -> Pattern.compile("(?m)^UID: (\\S+)").matcher(n).results().limit(1))
        .map(m -> m.group(1)).collect(Collectors.toSet());

    assertThat(explicit(rtm(path))).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void needsGiveTheirIdsAndEveryLink() {
    var rtm = together("sphinx-needs-coffee/requirements.rst",
        "sphinx-needs-coffee/sw_requirements.rst", "sphinx-needs-coffee/testing.rst");

    assertThat(explicit(rtm)).contains("SWREQ_TEMP_REGULATION", "REQ_HEAT_WATER").hasSize(9);
    assertThat(rtm.requirements()).allMatch(r -> r.idOrigin() == IdOrigin.EXPLICIT);
    assertThat(rtm.targets("SWREQ_OVERTEMP_SHUTDOWN", Link.Type.PARENT))
        .containsExactly("REQ_SAFETY_SHUTDOWN", "REQ_HEAT_WATER");
    assertThat(rtm.targets("SWREQ_BREW_STRENGTH", Link.Type.TEST))
        .containsExactly("TEST_BREW_STRENGTH", "TEST_E2E_BREWING");
    assertThat(rtm.unknown()).isEmpty();
  }

  @Test
  void theScenariosNameTheTestsOfEachRequirement() {
    for (var folder : List.of("cfs-hk", "cfs-fm")) {
      var files = Stream
          .of(Objects.requireNonNull(Corpora.file(folder + "/scenarios").toFile().list()))
          .sorted().toList();
      int named = 0;
      int resolved = 0;
      for (var file : files) {
        var path = folder + "/scenarios/" + file;
        var text = new String(Corpora.bytes(path), StandardCharsets.UTF_8);
        var expected = new TreeSet<>(
            Pattern.compile("(?m)^\\s*\\|([A-Z]{2}\\d{4}(?:\\.\\d+)?) +\\|")
                .matcher(text).results().map(m -> m.group(1)).toList());
        var linked = rtm(path).forward(Link.Type.TEST).keySet();
        named += expected.size();
        resolved += (int) expected.stream().filter(linked::contains).count();
        assertThat(expected).as(path).isNotEmpty();
        assertThat(linked).as(path).containsAll(expected);
      }
      assertThat((double) resolved / named).isGreaterThanOrEqualTo(0.99);
    }
  }

  @Test
  void testsThatNameIdsOfAnotherNameAreOrphans() {
    var health = together("fprime/Health/sdd.md", "fprime/Health/test-references.csv");

    assertThat(health.unknownIds()).hasSize(7).allMatch(id -> id.startsWith("ISF-HTH-"));
    assertThat(together("fprime/ActiveLogger/sdd.md", "fprime/ActiveLogger/test-references.csv")
        .unknown()).isEmpty();
  }

  @Test
  void theNewerListOfTheFileManagerAddsOneAndRewordsSome() {
    var changes = Comparison.follow(rtm("cfs-fm/RTTM.xlsx"),
        rtm("cfs-fm/fm_FunctionalRequirements.csv")).changes();

    assertThat(changes).isNotNull();
    assertThat(changes == null ? List.of() : changes.added()).hasSize(1);
    assertThat(changes == null ? List.of() : changes.removed()).isEmpty();
    assertThat(changes == null ? List.of() : changes.renamed()).isEmpty();
    assertThat(changes == null ? List.of() : changes.reworded()).isNotEmpty();
  }

  @Test
  void theResultsOfTheMatrixAreNormalised() {
    assertThat(rtm("cfs-fm/RTTM.xlsx").links().stream().filter(l -> l.type() == Link.Type.TEST))
        .extracting(Link::result).doesNotContainNull()
        .allSatisfy(r -> assertThat(r.outcome()).isNotEqualTo(Outcome.UNKNOWN));
  }

  /// Precision and recall of the explicit IDs, and the share of texts whose token F1 is at least 0.9.
  private static void hold(String path, Map<String, String> official, Set<String> known,
      double ids, double texts) {
    var rtm = rtm(path);
    var found = explicit(rtm);
    var right = new LinkedHashSet<>(found);
    right.retainAll(official.keySet());
    long surplus = found.stream().filter(id -> !official.containsKey(id) && !known.contains(id))
        .count();
    assertThat((double) right.size() / official.size()).as("recall of " + path)
        .isGreaterThanOrEqualTo(ids);
    assertThat(1 - (double) surplus / found.size()).as("precision of " + path)
        .isGreaterThanOrEqualTo(ids);
    var wrong = right.stream()
        .filter(id -> f1(official.getOrDefault(id, ""), requirement(rtm, id).text()) < RIGHT)
        .toList();
    assertThat(1 - (double) wrong.size() / official.size()).as("texts of " + path + ": " + wrong)
        .isGreaterThanOrEqualTo(texts);
  }

  private static double f1(String one, String other) {
    var mine = words(one);
    var theirs = words(other);
    int common = mine.entrySet().stream()
        .mapToInt(w -> Math.min(w.getValue(), theirs.getOrDefault(w.getKey(), 0))).sum();
    int all = mine.values().stream().mapToInt(n -> n).sum()
        + theirs.values().stream().mapToInt(n -> n).sum();
    return 2.0 * common / all;
  }

  private static Map<String, Integer> words(String text) {
    var words = new HashMap<String, Integer>();
    WORD.matcher(Words.lower(text)).results().forEach(w -> words.merge(w.group(), 1, Integer::sum));
    return words;
  }

  private static Set<String> explicit(Rtm rtm) {
    return rtm.requirements().stream().filter(r -> r.idOrigin() == IdOrigin.EXPLICIT)
        .map(Requirement::id).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Requirement requirement(Rtm rtm, String id) {
    return rtm.requirements().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
  }

  private static Rtm rtm(String path) {
    return Extraction.of(Corpora.document(path).passages());
  }

  private static Rtm together(String... paths) {
    var passages = new ArrayList<Passage>();
    for (var path : paths) {
      passages.addAll(Corpora.document(path).passages());
    }
    return Extraction.of(passages);
  }

  private static Map<String, JsonNode> truth() {
    var truth = new LinkedHashMap<String, JsonNode>();
    JsonMapper.shared().readTree(Corpora.bytes("cfs-fm/truth.json"))
        .forEach(r -> truth.put(r.get("id").asString(), r));
    return truth;
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
