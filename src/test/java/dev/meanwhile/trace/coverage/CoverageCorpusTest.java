package dev.meanwhile.trace.coverage;

import static dev.meanwhile.trace.coverage.Samples.count;
import static dev.meanwhile.trace.coverage.Samples.coverage;
import static dev.meanwhile.trace.coverage.Samples.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.document.Corpora;
import dev.meanwhile.document.result.ResultFiles;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.coverage.Coverage.Orphan;
import dev.meanwhile.trace.extract.Extraction;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Coverage of real projects, whose truth their own files state.
class CoverageCorpusTest {

  @Test
  void theFileManagersMatrixIsCoveredByAllOfItsLinks() {
    var coverage = coverage(new Material().matrix("m", rtm("cfs-fm/RTTM.xlsx")));

    assertThat(coverage.rows()).hasSize(46);
    assertThat(coverage.rows().stream().mapToInt(r -> r.tests().size()).sum()).isEqualTo(188);
    assertThat(count(coverage, "tests")).isEqualTo(17);
    assertThat(count(coverage, "orphans")).isZero();
    truth().forEach(r -> assertThat(row(coverage, r.get("id").asString())).satisfies(row -> {
      assertThat(row.method()).isEqualTo(r.get("method").asString());
      assertThat(row.standing()).as(row.requirementId()).isEqualTo(standing(r));
      assertThat(row.tests()).extracting(Coverage.TestLink::test)
          .containsExactlyInAnyOrderElementsOf(
              r.get("tests").valueStream().map(JsonNode::asString).toList());
    }));
  }

  private static JsonNode truth() {
    return JsonMapper.shared().readTree(Corpora.bytes("cfs-fm/truth.json"));
  }

  private static String standing(JsonNode requirement) {
    var result = requirement.get("result").asString("");
    return switch (result) {
      case "Pass" -> "passed";
      case "Partial Pass" -> "partial";
      case "Fail" -> "failed";
      default -> throw new AssertionError(result);
    };
  }

  @Test
  void theDocumentsOfTestsAreHeldAgainstTheMatrix() throws IOException {
    var material = new Material().matrix("m", rtm("cfs-fm/RTTM.xlsx"));
    try (var files = Files.list(Corpora.file("cfs-fm/scenarios"))) {
      for (var file : files.sorted().toList()) {
        var name = file.getFileName().toString();
        var document = Corpora.document("cfs-fm/scenarios/" + name);
        var rtm = Extraction.of(document.passages());
        material.document(name, Material.TestDocument.of(name, document.text(),
            Stream.concat(rtm.links().stream(), rtm.unknown().stream()).toList()));
      }
    }
    var coverage = coverage(material);

    assertThat(count(coverage, "agreeing")).isEqualTo(29);
    assertThat(count(coverage, "only_in_documents")).isEqualTo(1);
    assertThat(count(coverage, "only_in_matrices")).isEqualTo(13);
  }

  @Test
  void theCoffeeMachinesTestsReachItsRequirements() {
    var material = new Material();
    for (var page : List.of("requirements.rst", "sw_requirements.rst", "testing.rst")) {
      material.matrix(page, rtm("sphinx-needs-coffee/" + page));
    }
    for (var run : List.of("coffee_machine_junit.xml", "junit.xml")) {
      material.results(run,
          ResultFiles.read(Corpora.bytes("sphinx-needs-coffee/" + run), () -> {}).orElseThrow());
    }
    var coverage = coverage(material);
    assertThat(row(coverage, "SWREQ_OVERTEMP_SHUTDOWN").standing()).isEqualTo("passed");
    assertThat(row(coverage, "SWREQ_WATER_LEVEL").standing()).isEqualTo("passed");
    assertThat(row(coverage, "SWREQ_BREW_STRENGTH").standing()).isEqualTo("partial");
    assertThat(row(coverage, "SWREQ_TEMP_REGULATION").standing()).isEqualTo("partial");
    assertThat(row(coverage, "REQ_SAFETY_SHUTDOWN")).satisfies(r -> {
      assertThat(r.standing()).isEqualTo("uncovered");
      assertThat(r.inherited()).isEqualTo("passed");
    });
    assertThat(row(coverage, "REQ_BREW_COFFEE").inherited()).isEqualTo("partial");
    assertThat(coverage.unneeded()).extracting(Coverage.Unneeded::outcome).containsExactly(
        "failed", "failed", "failed", "notrun");
  }

  @Test
  void theTestsOfAComponentCoverWhatTheyName() {
    var coverage = component("ActiveLogger");

    assertThat(IntStream.rangeClosed(1, 4).mapToObj(i -> row(coverage, "AL-00" + i)))
        .allMatch(r -> r.tests().size() == 1 && r.standing().equals("notrun"));
    assertThat(coverage.orphans()).isEmpty();
  }

  @Test
  void idsThatDriftedAreOrphansAndEachIsGuessedRight() {
    var coverage = component("Health");

    assertThat(coverage.orphans()).hasSize(7).allMatch(
        o -> o.requirementId().equals("ISF-" + o.similar()) && o.similar().startsWith("HTH-"));
    assertThat(coverage.orphans()).extracting(Orphan::similar).doesNotHaveDuplicates();
    assertThat(coverage.rows()).hasSize(7)
        .noneMatch(r -> r.tests().stream().anyMatch(t -> t.origin().equals("reference")));
  }

  @Test
  void theIdThatStandsTwiceIsADuplicate() {
    var coverage = coverage(new Material().matrix("m", rtm("fprime/FatalHandler/sdd.md")));

    assertThat(coverage.duplicates()).extracting(Coverage.Duplicate::id).containsExactly("FH-002");
  }

  private static Coverage component(String name) {
    var folder = "fprime/" + name;
    return coverage(new Material().matrix("m", rtm(folder + "/sdd.md")).results("references",
        ResultFiles.read(Corpora.bytes(folder + "/test-references.csv"), () -> {}).orElseThrow()));
  }

  private static Rtm rtm(String file) {
    return Extraction.of(Corpora.document(file).passages());
  }
}
