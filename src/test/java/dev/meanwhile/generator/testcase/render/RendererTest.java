package dev.meanwhile.generator.testcase.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.document.Documents;

import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RendererTest {
  @Test
  void filesAreNamedForTheirToolsAndSplitBeforeTheyGrowTooLarge() {
    var many = HostileTexts.verbatim(HostileTexts.generated(600));

    assertThat(names(many, Framework.PYTEST)).containsExactly("test_hk_ccsds_part001.py",
        "test_hk_ccsds_part002.py");
    assertThat(names(many, Framework.JUNIT)).containsExactly("HkCcsdsPart001Test.java",
        "HkCcsdsPart002Test.java");
    assertThat(names(HostileTexts.cases(), Framework.GHERKIN)).containsExactly("hk_ccsds.feature");
    assertThat(names(HostileTexts.cases(), Framework.ROBOT)).containsExactly("hk_ccsds.robot");
    assertThat(names(HostileTexts.cases(), Framework.PLAYWRIGHT))
        .containsExactly("hk_ccsds.spec.ts");
  }

  @Test
  void aRequirementThatIsInsertedMovesAndRenamesNoTest() {
    var texts = HostileTexts.generated(600);
    var all = HostileTexts.verbatim(texts).cases();
    var without = new ArrayList<>(all);
    without.remove(17);

    for (var framework : Framework.values()) {
      var places = places(TestCases.of(all, List.of()), framework);
      assertThat(places).containsAllEntriesOf(places(TestCases.of(without, List.of()), framework));
    }
  }

  private static Map<String, TestCase.Automation> places(TestCases set, Framework framework) {
    return Rendering.of(set, framework, "hk", "0").cases().cases().stream()
        .collect(Collectors.toMap(TestCase::id, c -> Objects.requireNonNull(c.automation())));
  }

  @Test
  void theTableForTestManagementHasARowForEachStep() {
    var set = HostileTexts.cases();
    var csv = CaseTexts.csv(set);

    assertThat(csv).startsWith("TCID,Test Type,Test Summary,Test Priority,Component,Precondition,"
        + "Step,Action,Data,Result,Test Repo Path,Requirement,");
    assertThat(Documents.withDefaults().readText("cases.csv", csv).passages())
        .hasSize(1 + set.cases().stream().mapToInt(c -> c.steps().size()).sum());
  }

  @Test
  void eachCaseSaysWhereItsTestIs() {
    var rendering = Rendering.of(HostileTexts.cases(), Framework.PYTEST, "hk", "hash");

    assertThat(rendering.cases().cases()).extracting(TestCase::automation).allSatisfy(a -> {
      assertThat(a.file()).isEqualTo("test_hk.py");
      assertThat(a.status()).isEqualTo("pending");
    }).extracting(TestCase.Automation::symbol).doesNotHaveDuplicates();
  }

  @Test
  @Tag("MW-CASE-007")
  void theSameCasesGiveTheSameBytes() {
    for (var framework : Framework.values()) {
      assertThat(render(HostileTexts.cases(), framework).getFirst().content())
          .isEqualTo(render(HostileTexts.cases(), framework).getFirst().content());
    }
  }

  private static List<String> names(TestCases set, Framework framework) {
    return Rendering.of(set, framework, "hk_ccsds", "hash").files().stream().map(NewArtifact::name)
        .toList();
  }

  private static List<NewArtifact> render(TestCases set, Framework framework) {
    return Rendering.of(set, framework, "hostile", "0123").files();
  }
}
