package dev.meanwhile.trace.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarIdsTest {
  private static final List<String> KNOWN = List.of("HTH-001", "HTH-002", "XY1000", "XY1000.1",
      "XY1001", "XY2000", "SVC-DP-001", "SVC-DP-002", "AB-1", "CD-1");

  @ParameterizedTest
  @CsvSource({"ISF-HTH-001, HTH-001", "hth_001, HTH-001", "HTH-1, HTH-001", "XY-1000, XY1000",
      "OLD-SVC-DP-002, SVC-DP-002"})
  void anotherWayToWriteAnIdIsGuessed(String unknown, String meant) {
    assertThat(new SimilarIds(KNOWN, List.of(unknown)).to(unknown)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"SVC-DP-005", "HTH-009", "XY3000", "ZZ1000", "EF-1", "QQ-002"})
  void aMissingNumberIsNotGuessed(String unknown) {
    assertThat(new SimilarIds(KNOWN, List.of(unknown)).to(unknown)).isEmpty();
  }

  @Test
  void aWholePrefixThatWasRenamedIsSeen() {
    var unknown = List.of("XYX1000", "XYX1000.1", "XYX1001", "XYX9000");
    var similar = new SimilarIds(KNOWN, unknown);

    assertThat(unknown.stream().map(similar::to)).containsExactly("XY1000", "XY1000.1", "XY1001",
        "");
  }

  @ParameterizedTest
  @CsvSource({"XYX1000 XYX1001, ''", "XYX1000 XYX1000.1 XYX1001 XYX7 XYX8, ''",
      "XYX1000 XYX1000.1 XYX1001 XYX2000 XYX7 XYX8, XY1000"})
  void threeIdsAndTwoThirdsOfThemMakeARename(String unknown, String meant) {
    var ids = List.of(unknown.split(" "));

    assertThat(new SimilarIds(KNOWN, ids).to("XYX1000")).isEqualTo(meant);
  }
}
