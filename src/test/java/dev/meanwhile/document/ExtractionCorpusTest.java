package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.IdOrigin;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.coverage.CoverageAnalysis;
import dev.meanwhile.trace.coverage.Material;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.test.TestDesign;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExtractionCorpusTest {
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?:\\.\\d+)?(?!\\w)");

  @Test
  @Tag("MW-RTM-001")
  void theHousekeepingListGivesItsSixteenRequirementsWordForWord() {
    var rtm = rtm("cfs-hk/hk_FunctionalRequirements.csv");

    assertThat(rtm.ids()).containsExactly("HK1000", "HK1001", "HK1002", "HK1003", "HK1004",
        "HK2000", "HK2000.1", "HK2001",
        "HK2001.1", "HK2001.2", "HK2001.3", "HK2001.5", "HK2001.6", "HK2001.7", "HK3000", "HK4000");
    assertThat(text(rtm, "HK1001"))
        .isEqualTo("Upon receipt of a Reset command, HK shall reset the following housekeeping "
            + "variables to a value of zero:\na) HK Valid Command Counter\nb) HK Command Rejected Counter\n"
            + "c) Number of Output Messages Sent\nd) Missing Data Counter");
    assertThat(rtm.candidates()).isEmpty();
    assertThat(rtm.requirements()).noneMatch(r -> r.idOrigin() == IdOrigin.GENERATED)
        .allMatch(r -> r.rationale() != null);
  }

  @Test
  void everyHousekeepingRequirementGetsCasesAndCoverageIsComplete() {
    var rtm = rtm("cfs-hk/hk_FunctionalRequirements.csv");
    var cases = TestDesign.collect(rtm.requirements(), TestDesign::casesFor, true);
    var coverage = CoverageAnalysis.of(
        new Material().matrix("rtm", rtm).testCases("cases", cases), () -> {});

    assertThat(cases.uncovered()).isEmpty();
    assertThat(coverage.figure("covered").count()).isEqualTo(16);
    assertThat(coverage.figure("covered").of()).isEqualTo(16);
    assertThat(coverage.orphans()).isEmpty();
    assertThat(coverage.duplicates()).isEmpty();
  }

  @Test
  void theFileManagerMatrixGivesItsRequirementsAndLinks() {
    var truth = truth();
    var rtm = rtm("cfs-fm/RTTM.xlsx");

    assertThat(rtm.ids()).isEqualTo(truth.keySet());
    assertThat(rtm.links().stream().filter(l -> l.type() == Link.Type.TEST)).hasSize(188);
    truth.forEach((id, requirement) -> {
      assertThat(Words.oneLine(text(rtm, id)))
          .isEqualTo(Words.oneLine(requirement.get("text").asString()));
      assertThat(rtm.targets(id, Link.Type.TEST))
          .containsExactlyInAnyOrderElementsOf(strings(requirement.get("tests")));
    });
  }

  @Test
  void theFileManagerDocumentGivesTheSameIdsAndTheParentThatItStates() {
    var expected = new LinkedHashSet<>(truth().keySet());
    expected.add("cFS-200");

    assertThat(explicit(rtm("cfs-fm/requirements.docx")))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void theNewerFileManagerListHasOneRequirementMore() {
    var ids = rtm("cfs-fm/fm_FunctionalRequirements.csv").ids();

    assertThat(ids).hasSize(47).containsAll(truth().keySet());
  }

  @ParameterizedTest
  @CsvSource({"ActiveLogger,AL-001 AL-002 AL-003 AL-004",
      "CmdDispatcher,CD-001 CD-002 CD-003 CD-004",
      "FatalHandler,FH-001 FH-002",
      "Health,HTH-001 HTH-002 HTH-003 HTH-004 HTH-005 HTH-006 HTH-007",
      "PrmDb,PRMDB-001 PRMDB-002 PRMDB-003 PRMDB-004"})
  void aComponentDesignGivesTheIdsOfItsTableAndNoOthers(String component, String ids) {
    assertThat(rtm("fprime/" + component + "/sdd.md").ids()).containsExactly(ids.split(" ", -1));
  }

  @Test
  void theIdThatStandsTwiceIsReported() {
    var rtm = rtm("fprime/FatalHandler/sdd.md");

    assertThat(rtm.requirements()).hasSize(3);
    assertThat(rtm.findings()).anySatisfy(f -> {
      assertThat(f.rule()).isEqualTo("duplicate-id");
      assertThat(f.requirementId()).isEqualTo("FH-002");
    });
  }

  @ParameterizedTest
  @Tag("MW-CASE-001")
  @CsvSource({"cfs-hk/hk_FunctionalRequirements.csv", "cfs-fm/requirements.docx",
      "fprime/Health/sdd.md"})
  void everyNumberInACaseIsInItsRequirementOrOneStepBesideOne(String path) {
    for (var requirement : rtm(path).requirements()) {
      var allowed = allowed(requirement.text());
      for (var testCase : TestDesign.casesFor(requirement)) {
        var text = testCase.steps().stream().map(s -> s.action() + "\n" + s.expected())
            .collect(Collectors.joining("\n"));
        var plain = (testCase.title() + "\n" + text).replaceAll("(MAX|MIN|VALUE)[-+]1", "$1");
        assertThat(numbers(plain)).as(testCase.id()).isSubsetOf(allowed);
      }
    }
  }

  private static Rtm rtm(String path) {
    return Extraction.of(Corpora.document(path).passages());
  }

  private static Set<String> explicit(Rtm rtm) {
    return rtm.requirements().stream().filter(r -> r.idOrigin() == IdOrigin.EXPLICIT)
        .map(Requirement::id).collect(
            Collectors.toSet());
  }

  private static String text(Rtm rtm, String id) {
    return rtm.requirements().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow()
        .text();
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

  private static Set<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(m -> m.group()).collect(Collectors.toSet());
  }

  private static Set<String> allowed(String text) {
    var allowed = numbers(text);
    for (var number : numbers(text)) {
      var value = new BigDecimal(number);
      var step = BigDecimal.ONE.movePointLeft(value.scale());
      allowed.add(value.add(step).toPlainString());
      allowed.add(value.subtract(step).toPlainString());
    }
    return allowed;
  }
}
