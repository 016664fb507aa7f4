package dev.meanwhile.generator.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.generator.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Runs at the end of `verify`, when the other tests have their results: writes the matrix and the coverage report of
/// this product into `target/requirements`.
class OwnCoverage {
  private static final Path TARGET = Path.of("target");
  private static final Path REPORT = TARGET.resolve("requirements");

  @Test
  void theProductReportsItsOwnCoverage() throws IOException {
    var coverage = OwnRequirements.coverage(TARGET.resolve("surefire-reports"),
        TARGET.resolve("site/jacoco"));
    Files.createDirectories(REPORT);
    write(Stored.json("rtm.json", Stored.RTM, OwnRequirements.rtm()));
    for (var form : CoverageHandler.reports(coverage, "Coverage of Meanwhile's own requirements")) {
      write(form);
    }

    System.out.println("Own requirements: " + CoverageHtml.headline(coverage) + " See "
        + REPORT.resolve("coverage.html"));
    assertThat(coverage.gaps()).isEmpty();
    assertThat(coverage.orphans()).isEmpty();
    assertThat(coverage.figure("results").count()).isPositive();
    assertThat(coverage.figure("failed").count()).isZero();
  }

  private static void write(NewArtifact artifact) throws IOException {
    Files.write(REPORT.resolve(artifact.name()), artifact.content());
  }
}
