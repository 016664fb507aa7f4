package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.prose.HeadingWords;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Headings that name requirements beside the number of a section or a mark for links.
class HeadingWordsTest {
  private static final Source HERE = Source.line("a.md", 1, null);

  @ParameterizedTest
  @CsvSource({"3.1.4 TAP-12 Valve,Valve", "2. TAP-12: Valve,Valve", "B.2.1 TAP-12 – Valve,Valve",
      "4.1 Valve <small>TAP-12</small> {#TAP-12 },Valve", "1.3 TAP-12 {: #TAP-12 },",
      "Valve {#TAP-12},Valve"})
  void theNumberOfASectionHidesNoId(String heading, String title) {
    assertThat(rtm(heading, "The valve shall close in 2 s.").requirements())
        .extracting(Requirement::id, Requirement::title, Requirement::text).containsExactly(
            tuple("TAP-12", title == null ? "The valve shall close in 2 s." : title,
                "The valve shall close in 2 s."));
  }

  @Test
  void aFormBelowANumberedHeadingIsOne() {
    assertThat(rtm("7.2 TAP-3 Drain", "Priority: high\nStatement: The drain shall open.")
        .requirements()).extracting(Requirement::id, Requirement::text, Requirement::priority)
        .containsExactly(tuple("TAP-3", "The drain shall open.", "high"));
  }

  @Test
  void aHeadingOfNothingButAMarkForLinksNamesNothing() {
    assertThat(rtm("{#valves}", "The valve shall close.").requirements())
        .extracting(r -> r.idOrigin()).containsExactly(Requirement.IdOrigin.GENERATED);
  }

  @Test
  void aNumberAloneIsNoId() {
    assertThat(rtm("3.1 Valves", "The valve shall close.").requirements())
        .extracting(r -> r.idOrigin()).containsExactly(Requirement.IdOrigin.GENERATED);
    assertThat(HeadingWords.of("12 months")).isEqualTo("months");
    assertThat(HeadingWords.of("Valve {width=3}")).isEqualTo("Valve {width=3}");
  }

  private static Rtm rtm(String heading, String text) {
    return Extraction
        .of(List.of(Passage.heading(heading, 3, HERE), Passage.paragraph(text, HERE)));
  }

  @Test
  void theAnchorOfAHeadingThatNamesAnotherRequirementIsNoId() {
    assertThat(rtm("TAP-12 Valve {#TAP-99}", "The valve shall close.").ids())
        .containsExactly("TAP-12");
    assertThat(HeadingWords.of("Valve of TAP-12 {#TAP-99}")).isEqualTo("Valve of TAP-12");
    assertThat(HeadingWords.of("LTO7 tapes {#TAP-99}")).isEqualTo("LTO7 tapes [TAP-99]");
  }
}
