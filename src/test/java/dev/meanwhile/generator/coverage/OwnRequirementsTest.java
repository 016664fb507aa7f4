package dev.meanwhile.generator.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.coverage.Coverage;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/// What `docs/requirements.md` promises and what the tests name belong together.
class OwnRequirementsTest {

  @Test
  void eachRequirementIsNamedByATestAndNoTestNamesAnother() {
    var coverage = OwnRequirements.coverage();

    assertThat(coverage.gaps()).as("requirements that no test names; add @Tag to one")
        .extracting(Coverage.Gap::requirementId).isEmpty();
    assertThat(coverage.orphans()).as("tags that are no requirement of docs/requirements.md")
        .isEmpty();
    assertThat(coverage.figure("requirements").count()).isGreaterThan(60);
  }

  @Test
  void thePageIsReadAsItIsMeant() {
    var rtm = OwnRequirements.rtm();

    assertThat(rtm.requirements()).extracting(Requirement::id).allMatch(OwnRequirements::isId)
        .doesNotHaveDuplicates();
    assertThat(rtm.candidates()).isEmpty();
    assertThat(rtm.requirements()).allMatch(r -> r.verification() != null)
        .allMatch(r -> r.text().contains(" shall ") && r.text().endsWith("."));
    assertThat(new HashSet<>(rtm.requirements().stream().map(Requirement::text).toList()))
        .hasSameSizeAs(rtm.requirements());
  }
}
