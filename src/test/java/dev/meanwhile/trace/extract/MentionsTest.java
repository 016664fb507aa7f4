package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.meanwhile.trace.Finding;
import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Standing;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
  private final List<Passage> passages = new ArrayList<>();

  @Test
  void aMatrixNamesSeveralTestsInACellAndTheirVerdictAsAStatus() {
    text("srs.md", "FR-1: It shall go.\nFR-2: It shall stop.\nFR-3: It shall rest.");
    row("rtm.md", 1, "Requirement ID", "Test Case ID(s)", "Status");
    row("rtm.md", 2, "**FR-1** (Start)", "TC-1, TC-2", "✅ Passed");
    row("rtm.md", 3, "FR-2", "TC-3", "❌");
    row("rtm.md", 4, "FR-3", "(none)", "⬜ Pending");

    assertThat(rtm().links())
        .extracting(Link::requirementId, Link::target,
            l -> java.util.Objects.requireNonNull(l.result()).outcome())
        .containsExactly(tuple("FR-1", "TC-1", Outcome.PASSED),
            tuple("FR-1", "TC-2", Outcome.PASSED), tuple("FR-2", "TC-3", Outcome.FAILED));
  }

  @Test
  void aTableOfNamesSaysOfRequirementsWhatTestsThemAndOfTestsWhatTheyVerify() {
    row(1, 1, "Name", "Description", "Verifies");
    row(1, 2, "`stopsAtOnce`", "Presses the key.", "PMP-1, PMP-2");
    row(2, 1, "Name", "Description", "Verified By");
    row(2, 2, "PMP-1", "The pump shall stop.", "`stopsAtOnce`");
    row(2, 3, "PMP-2", "The pump shall rest.", "`restsLong`, `sleeps`");

    var rtm = rtm();

    assertThat(rtm.ids()).containsExactly("PMP-1", "PMP-2");
    assertThat(rtm.links()).extracting(l -> l.requirementId() + " " + l.target())
        .containsExactlyInAnyOrder("PMP-1 stopsAtOnce", "PMP-2 stopsAtOnce", "PMP-2 restsLong",
            "PMP-2 sleeps");
  }

  @Test
  void theStatusOfARequirementIsNoVerdictUnlessItIsCalledOne() {
    row("rtm.md", 1, "Requirement ID", "Description", "Test Reference", "Status");
    row("rtm.md", 2, "FR-1", "It shall go.", "TC-1", "Done");
    row("rtm.md", 3, "FR-2", "It shall stop.", "TC-2", "Failed");

    assertThat(rtm().links())
        .extracting(Link::target, l -> l.result() == null ? null : l.result().outcome())
        .containsExactly(tuple("TC-1", null), tuple("TC-2", Outcome.FAILED));
  }

  @Test
  void stepsThatNameRequirementsAreLinksToTheirTest() {
    text("srs.txt",
        "CF1001: The pump shall stop.\nCF1002: The door shall open.\nCF1003: It shall beep.");
    text("t.doc", "Test Name:  CF_Basic");
    row("t.doc", 1, "Step", "Sequence of events", "Requirements Verified", "Notes");
    row("t.doc", 2, "1.1", "Press the key", "1001, 1003", "");
    row("t.doc", 3, "1.2", "Open it", "CF1001-CF1003; 7777", "");

    var rtm = rtm();

    assertThat(rtm.links()).extracting(Link::requirementId, Link::target, Link::steps)
        .contains(tuple("CF1001", "CF_Basic", List.of("1.1", "1.2")))
        .hasSize(3);
    assertThat(rtm.unknownIds()).containsExactly("CF7777");
  }

  @Test
  void aTestDocumentOnlyRepeatsARequirementAndADifferenceIsReported() {
    row("t.doc", 1, "Rqmt #", "Requirement", "Verification Method", "Step");
    row("t.doc", 2, "CF1001", "The pump shall stop at once.", "Demonstration", "2.1 – 2.3, 3.1");
    text("srs.txt", "CF1001: The pump shall stop.");

    var rtm = rtm();

    assertThat(rtm.requirements()).singleElement().satisfies(r -> {
      assertThat(r.text()).isEqualTo("The pump shall stop.");
      assertThat(String.valueOf(r.verification())).contains("Demonstration");
    });
    assertThat(rtm.links()).containsExactly(
        new Link("CF1001", Link.Type.TEST, "t", List.of("2.1 – 2.3", "3.1"), null, false));
    assertThat(rtm.findings()).extracting(Finding::rule).contains("text-differs");
  }

  @Test
  void aTableOfPairsHasAResultForEach() {
    row("m.csv", 1, "Req ID", "Description", "Testcase", "Test Result", "Tested Build");
    row("m.csv", 2, "A-1", "It shall go.", "Basic", "Pass", "B1");
    row("m.csv", 3, "A-1", "It shall go.", "Stress, long run", "Partial Pass", "B1");

    var rtm = rtm();

    assertThat(rtm.links()).extracting(l -> l.result() == null ? null : l.result().outcome())
        .containsExactly(Outcome.PASSED, Outcome.PARTIAL);
    assertThat(rtm.targets("A-1", Link.Type.TEST)).containsExactly("Basic", "Stress, long run");
    assertThat(rtm.standings()).containsEntry("A-1", Standing.PARTIAL);
  }

  @Test
  void aLineUnderATestSaysWhatItVerifies() {
    text("sdd.md", "A-1: It shall go.");
    passages.add(Passage.paragraph("Requirement verified: `A-1`",
        Source.line("sdd.md", 9, "Nominal test")));

    assertThat(rtm().links()).containsExactly(new Link("A-1", Link.Type.TEST, "Nominal test"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Pass | passed", "PASSED | passed", "Partial Pass | partial",
      "Fail | failed", "NOK | failed", "not run | notrun", "Needed | notrun", "OK | passed",
      "Done | passed", "N/A | notrun", "purple | unknown"})
  void outcomesAreNormalised(String words, String outcome) {
    assertThat(Outcome.of(words)).hasToString(outcome);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"DELETED | deleted", "DELETED: It shall go. | deleted",
      "Deleted It shall go. | deleted", "[Deleted] | deleted", "<DELETED> It shall go. | deleted",
      "This requirement has been deleted. | deleted", "It shall go. (deleted) | deleted",
      "Not used | deleted", "Deleted files shall be kept for a day. | active",
      "Reserved memory shall be cleared. | active", "<FUTURE> It shall go. | future",
      "<OPTIONAL> It shall go. | optional", "It shall take TBD seconds. | tbd",
      "The unit shall log deleted rows. | active", "N/A - removed in rev 3 | deleted",
      "Deleted in rev. 3. | deleted", "Withdrawn per CR-17. | deleted", "(withdrawn) | deleted",
      "Reserved for future use | deleted", "Merged into A-3 | deleted",
      "No longer required since the pump has no lid. | deleted",
      "It shall go. Deleted in 2.1. | deleted",
      "It shall go. - WITHDRAWN | deleted", "It shall go. (deleted in rev. 4) | deleted",
      "~~It shall go.~~ | deleted", "It shall ~~not~~ go. | active",
      "Reserved seats and the ones in the first row of the hall shall be blue. | active",
      "Deleted, changed and new rows shall be logged. | active",
      "Cancelled orders shall be kept. | active",
      "Withdrawn in time, an order must cost nothing. | active",
      "N/A | active", "It shall show rows (deleted or not). | active",
      "Optional parts shall be marked. | active"})
  void aStatementSaysWhetherItIsValid(String text, String status) {
    assertThat(Status.of(null, text)).hasToString(status);
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }

  private void text(String file, String text) {
    passages.add(Passage.paragraph(text, Source.line(file, 1, null)));
  }

  private void row(int table, int number, String... cells) {
    passages.add(Passage.row(List.of(cells), Source.row("sdd.md", table, number, null)));
  }

  private void row(String file, int number, String... cells) {
    passages.add(Passage.row(List.of(cells), Source.row(file, 1, number, null)));
  }

  @Test
  void aDocumentCallsItsTestsByTheLabelThatItUsesFirst() {
    text("srs.txt", "CF1001: The pump shall stop.\nCF1002: The door shall open.");
    row("t.doc", 1, "Test ID", "CF_Basic", "");
    row("t.doc", 2, "Step", "Requirements Verified");
    row("t.doc", 3, "1", "1001");
    row("t.doc", 4, "Test Title", "A long title");
    row("t.doc", 5, "2", "CF1002");
    row("t.doc", 6, "Test ID", "CF_Other", "Kim");
    row("t.doc", 7, "3", "CF1001");

    assertThat(rtm().links()).extracting(Link::requirementId, Link::target)
        .containsExactlyInAnyOrder(tuple("CF1001", "CF_Basic"), tuple("CF1002", "CF_Basic"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HK1002", "none"})
  void aShortReferenceIsOfTheFamilyThatItsDocumentSpeaksOf(String named) {
    text("srs.txt", "CF1001: The pump shall stop.\nHK1001: It shall beep.\nHK1002: It shall hum.");
    row("t.doc", 1, "Step", "Requirements Verified");
    row("t.doc", 2, "1", "1001");
    row("t.doc", 3, "2", named);
    if (named.equals("none")) {
      text("t.doc", "HK1002: It shall hum.");
      text("t.doc", "The lamp shall blink. The tank shall be shut.");
    }

    assertThat(rtm().links()).extracting(Link::requirementId).contains("HK1001")
        .doesNotContain("CF1001");
  }

  @Test
  void aRowWithoutATestGoesOnWithTheLastOfThoseAbove() {
    text("srs.txt", "CF-1: The pump shall stop.\nCF-2: The door shall open.");
    row("t.doc", 1, "Test case", "Step", "Requirements verified");
    row("t.doc", 2, "TC-1, TC-2", "1", "CF-1");
    row("t.doc", 3, "", "2", "CF-2");

    assertThat(rtm().links()).extracting(Link::requirementId, Link::target)
        .containsExactlyInAnyOrder(tuple("CF-1", "TC-1"), tuple("CF-1", "TC-2"),
            tuple("CF-2", "TC-2"));
  }

  @Test
  void aRowOfAMatrixMayEndBeforeItsHeader() {
    row("srs.csv", 1, "ID", "Requirement", "TC-1", "TC-2");
    row("srs.csv", 2, "CF-1", "The pump shall stop.", "x");

    assertThat(rtm().links()).extracting(Link::target).containsExactly("TC-1");
  }
}
