package dev.meanwhile.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.trace.Link.Result;
import dev.meanwhile.trace.Requirement.IdOrigin;
import dev.meanwhile.trace.Requirement.Kind;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Verification.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the values of a matrix say of themselves.
class ValuesTest {
  private static final Source HERE = Source.line("a.txt", 3, "Top");

  @Test
  void aPlaceIsToldInTheWordsOfItsFormat() {
    assertThat(HERE.where()).isEqualTo("a.txt, line 3");
    assertThat(Source.page("a.pdf", 2, null).where()).isEqualTo("a.pdf, page 2");
    assertThat(Source.paragraph("a.docx", 4, null).where()).isEqualTo("a.docx, paragraph 4");
    assertThat(Source.row("a.docx", 1, 5, null).where()).isEqualTo("a.docx, table 1, row 5");
    assertThat(Source.sheet("a.xlsx", "Req", 1, 5).where()).isEqualTo("a.xlsx, sheet Req, row 5");
    assertThat(Source.page("a.pdf", 2, null).atLine(7).where())
        .isEqualTo("a.pdf, page 2, line 7");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"ACTIVE, -, -, UNCOVERED",
      "ACTIVE, Inspection, -, NOT_TESTABLE",
      "DELETED, -, Pass, INACTIVE", "FUTURE, -, -, INACTIVE", "ACTIVE, -, Pass, PASSED",
      "ACTIVE, Inspection, Pass, PASSED", "ACTIVE, -, Fail, FAILED", "ACTIVE, -, Pass/Fail, FAILED",
      "ACTIVE, -, not run, NOTRUN", "ACTIVE, -, Pass/not run, PARTIAL",
      "ACTIVE, -, Partial Pass/not run, PARTIAL", "ACTIVE, -, none/?, NOTRUN"})
  void whereARequirementStandsFollowsFromItsTests(Status status, @Nullable String method,
      @Nullable String results, Standing standing) {
    var tests = new ArrayList<Link>();
    for (var result : results == null ? new String[0] : results.split("/", -1)) {
      tests.add(new Link("A-1", Link.Type.TEST, "t" + tests.size(), List.of(),
          result.equals("?") ? null : new Result(Outcome.of(result), result, null), false));
    }

    assertThat(Standing.of(requirement(status, method), tests)).isEqualTo(standing);
  }

  @Test
  void aSuspectTestOutweighsEachResult() {
    var passed = new Link("A-1", Link.Type.TEST, "t", List.of(),
        new Result(Outcome.PASSED, "Pass", null), false);

    assertThat(Standing.of(requirement(Status.ACTIVE, null), List.of(passed, passed.suspected())))
        .isEqualTo(Standing.SUSPECT);
  }

  @Test
  void linksAreReadForwardAndBackward() {
    var parent = new Link("A-1", Link.Type.PARENT, "S-1");
    var test = new Link("A-1", Link.Type.TEST, "t");
    var unknown = new Link("A-9", Link.Type.TEST, "t");
    var rtm = Rtm.of(List.of(requirement(Status.ACTIVE, null)), List.of(),
        List.of(parent, test, unknown), List.of());

    assertThat(rtm.targets("A-1", Link.Type.TEST)).containsExactly("t");
    assertThat(rtm.targets("A-2", Link.Type.TEST)).isEmpty();
    assertThat(rtm.forward(Link.Type.PARENT)).containsOnlyKeys("A-1");
    assertThat(rtm.forward(Link.Type.TEST).get("A-1")).containsExactly(test);
    assertThat(rtm.backward(Link.Type.TEST).get("t")).containsExactly(test, unknown);
    assertThat(rtm.backward(Link.Type.PARENT)).containsOnlyKeys("S-1");
    assertThat(rtm.unknownIds()).containsExactly("A-9");
    assertThat(rtm.withNotes(List.of("one")).withNotes(List.of("two")).notes())
        .containsExactly("one", "two");
    assertThat(rtm.following(null, List.of(test)).links()).containsExactly(test);
  }

  @Test
  void aMatrixHoldsAnotherWithFewerRequirementsAndLinks() {
    var test = new Link("A-1", Link.Type.TEST, "t");
    var whole = matrix(List.of("A-1", "A-2"), test, new Link("A-2", Link.Type.PARENT, "A-1"));

    assertThat(whole.holds(whole)).isTrue();
    assertThat(whole.holds(matrix(List.of("A-1"), test.suspected()))).as("whatever came of it")
        .isTrue();
    assertThat(whole.holds(matrix(List.of("A-1", "A-3"), test))).isFalse();
    assertThat(whole.holds(matrix(List.of("A-1"), new Link("A-1", Link.Type.TEST, "u")))).isFalse();
    assertThat(matrix(List.of("A-1"), test).holds(whole)).isFalse();
  }

  private static Rtm matrix(List<String> ids, Link... links) {
    return Rtm.of(ids.stream().map(id -> named(id, "It shall go.")).toList(), List.of(),
        List.of(links), List.of());
  }

  @Test
  void aMatrixTellsWhatItWasMadeFrom() {
    var file = new Rtm.SourceFile("a.txt", "0".repeat(64));

    assertThat(matrix(List.of("A-1")).madeFrom(List.of(file)).sources()).containsExactly(file);
  }

  @Test
  void onlyKnownStructuresAreMatrices() {
    var old = new Rtm("meanwhile.rtm/1", List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), null, List.of());

    assertThat(old.schema()).isEqualTo(Rtm.SCHEMA);
    assertThatThrownBy(() -> new Rtm("meanwhile.rtm/9", List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of(), null, List.of())).hasMessageContaining("meanwhile.rtm/9");
  }

  @Test
  void linksJoinByTypeAndBothEnds() {
    var link = new Link("A-1", Link.Type.TEST, "t");

    assertThat(link.joins(link.suspected())).isTrue();
    assertThat(link.joins(new Link("A-1", Link.Type.PARENT, "t"))).isFalse();
    assertThat(link.joins(new Link("A-2", Link.Type.TEST, "t"))).isFalse();
    assertThat(link.joins(new Link("A-1", Link.Type.TEST, "u"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"T | Test", "I, A | Inspection Analysis",
      "D/T | Demonstration Test",
      "Unit Test | Test", "Tea | ", "by review | Inspection", "Network Analyzer | Test",
      "Flow meter | Test", "Diameter | ", "Power sweep | Test", "Spectrum analysis | Analysis"})
  void methodsAreReadFromWordsAndLetters(String words, @Nullable String methods) {
    assertThat(Verification.of(words).methods().stream().map(Method::toString).toList())
        .isEqualTo(methods == null ? List.of() : List.of(methods.split(" ", -1)));
  }

  @Test
  void aStatedKindOutweighsTheWording() {
    assertThat(Kind.of(null, "It shall encrypt.")).isEqualTo(Kind.SECURITY);
    assertThat(Kind.of("Usability", "It shall encrypt.")).isEqualTo(Kind.USABILITY);
    assertThat(Kind.of("Functional", "It shall encrypt.")).isEqualTo(Kind.FUNCTIONAL);
    assertThat(Kind.of("R2", "It shall encrypt.")).isEqualTo(Kind.SECURITY);
    assertThat(Kind.of("R2", "It shall go.")).isEqualTo(Kind.FUNCTIONAL);
    assertThat(Kind.of(null, "It shall go within 100 ms.")).isEqualTo(Kind.PERFORMANCE);
    assertThat(Kind.of(null, "It shall read the second file.")).isEqualTo(Kind.FUNCTIONAL);
    assertThat(Kind.of(null, "It shall ring the backup alarm.")).isEqualTo(Kind.FUNCTIONAL);
    assertThat(Kind.of(null, "It shall draw the constraint.")).isEqualTo(Kind.FUNCTIONAL);
    assertThat(Kind.of("Constraint", "It shall go.")).isEqualTo(Kind.CONSTRAINT);
  }

  @Test
  void aRequirementNeedsAnIdAndAText() {
    assertThatThrownBy(() -> named(" ", "It shall go.")).hasMessageContaining("It shall go.");
    assertThatThrownBy(() -> named("A-1", " ")).hasMessageContaining("A-1");
    assertThat(named("A-1", "It shall go.").raised().tier()).isEqualTo(Tier.REQUIREMENT);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {"- | It shall go. | ACTIVE",
      "Approved | It shall go. | ACTIVE", "withdrawn | It shall go. | DELETED",
      "Deferred | It shall go. | FUTURE", "optional | It shall go. | OPTIONAL",
      "tbc | It shall go. | TBD", "Approved | DELETED: It shall go. | DELETED",
      "' ' | [future] It shall go. | FUTURE", "- | It shall go. [Optional] | OPTIONAL",
      "- | It shall take TBD seconds. | TBD"})
  void theStatusIsReadFromItsColumnAndElseFromTheText(@Nullable String column, String text,
      Status status) {
    assertThat(Status.of(column, text)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Pass | PASSED", "✅ ok | PASSED", "Partial Pass | PARTIAL",
      "NOK | FAILED", "**Failed** | FAILED", "❌ | FAILED", "Needed | NOTRUN", "N/A | NOTRUN",
      "see the log | UNKNOWN"})
  void theWordsForAResultAreReadAsWhatTheTestCameTo(String words, Outcome outcome) {
    assertThat(Outcome.of(words)).isEqualTo(outcome);
  }

  @Test
  @SuppressWarnings("NullAway") // as what an earlier version stored is read
  void whatAnEarlierVersionDidNotStoreIsReadFromTheWording() {
    var old = new Requirement("A-1", "", "When asked, it shall encrypt.", Status.ACTIVE, null, null,
        Tier.REQUIREMENT, IdOrigin.EXPLICIT, null, null, null, List.of(), HERE, "0");
    var stated = new Requirement("A-1", "", "When asked, it shall encrypt.", Status.ACTIVE,
        Ears.STATE, Kind.USABILITY, Tier.REQUIREMENT, IdOrigin.EXPLICIT, null, null, null,
        List.of(), HERE, "0");

    assertThat(old.pattern()).isEqualTo(Ears.EVENT);
    assertThat(old.kind()).isEqualTo(Kind.SECURITY);
    assertThat(stated.pattern()).isEqualTo(Ears.STATE);
    assertThat(stated.kind()).isEqualTo(Kind.USABILITY);
    assertThat(new Link("A-1", Link.Type.TEST, "t", null, null, false).steps()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {"- | It shall go on.",
      "' ' | It shall go on.", "' A-1 ' | It shall go on.", "'Going\n on' | Going on"})
  void aTitleThatSaysNothingIsTheBeginningOfTheText(@Nullable String stated, String title) {
    assertThat(Requirement.titleOf(stated, "A-1", "It shall\ngo on.")).isEqualTo(title);
  }

  @Test
  void aNeedSaysOfWhatTypeItIs() {
    var need = Passage.need("It shall go.", Map.of("type", "req", "id", "A-1"), HERE);

    assertThat(need.field("id")).isEqualTo("A-1");
    assertThat(need.field("title")).isNull();
    assertThatThrownBy(() -> Passage.need("It shall go.", Map.of("id", "A-2"), HERE))
        .hasMessageContaining("A-2");
  }

  @Test
  void namesAreInLowerCase() {
    assertThat(List.of(Link.Type.TEST, Tier.CANDIDATE, Kind.DATA, IdOrigin.GENERATED, Status.TBD,
        Passage.Kind.ROW, Outcome.NOTRUN, Standing.NOT_TESTABLE)).extracting(Object::toString)
        .containsExactly("test", "candidate", "data", "generated", "tbd", "row", "notrun",
            "not_testable");
  }

  @Test
  void wordsOnAPageAreEscaped() {
    var page = Html.page("a<b", Html.contents(List.of("Two words")) + Html.list(List.of("x & y"))
        + Html.table("Two words", List.of("ID", "State"),
            List.of(List.of("<A>", "bad"), List.of("B", "")), (column, text) -> text));

    assertThat(page).contains("<title>a&lt;b</title>", "<h1>a&lt;b</h1>",
        "<a href=\"#two-words\">Two words</a>", "<li>x &amp; y</li>", "<h2 id=\"two-words\">",
        "<th scope=\"col\">State</th>",
        "<th scope=\"row\">&lt;A&gt;</th><td class=\"bad\">bad</td>",
        "<th scope=\"row\">B</th><td></td>");
    assertThat(Html.list(List.of())).isEmpty();
    assertThat(Html.table("None", List.of("ID"), List.of(), (column, text) -> "")).isEmpty();
    assertThat(Html.text("\"'")).isEqualTo("&quot;&#39;");
    assertThat(Markdown.header(List.of("A", "B"))).isEqualTo("| A | B |\n| --- | --- |\n");
  }

  private static Requirement requirement(Status status, @Nullable String method) {
    return new Requirement("A-1", "", "It shall go.", status, Ears.UBIQUITOUS,
        Kind.FUNCTIONAL, Tier.REQUIREMENT,
        IdOrigin.EXPLICIT, method == null ? null : Verification.of(method), null, null, List.of(),
        HERE, "0");
  }

  private static Requirement named(String id, String text) {
    return new Requirement(id, "", text, Status.ACTIVE, Ears.UBIQUITOUS, Kind.FUNCTIONAL,
        Tier.CANDIDATE,
        IdOrigin.EXPLICIT, null, null, null, List.of(), HERE, "0");
  }
}
