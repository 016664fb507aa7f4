package dev.meanwhile.generator.coverage;

import dev.meanwhile.trace.coverage.Coverage;
import dev.meanwhile.trace.coverage.Coverage.Row;
import dev.meanwhile.trace.coverage.Coverage.TestLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables of a report in the order in which each of its forms shows them. Only those that have rows, the figures
/// apart.
final class Sections {
  private final Coverage coverage;
  private final List<Section> sections = new ArrayList<>();

  private Sections(Coverage coverage) {
    this.coverage = coverage;
  }

  static List<Section> of(Coverage coverage) {
    return new Sections(coverage).all();
  }

  private List<Section> all() {
    figures();
    code();
    groups("By document", "Document", Row::document);
    groups("By type", "Type", Row::type);
    groups("By priority", "Priority", Row::priority);
    gaps();
    tests();
    differences();
    suggestions();
    trend();
    requirements();
    sections.add(Matrix.of(coverage).section());
    wording();
    inputs();
    return sections.stream().filter(s -> !s.rows().isEmpty()).toList();
  }

  private void figures() {
    add("Figures", "Each figure with its denominator and what it means.",
        List.of("Figure", "Count", "Of", "Percent", "Meaning"),
        coverage.figures().entrySet().stream()
            .map(f -> List.of(f.getKey(), String.valueOf(f.getValue().count()),
                f.getValue().ofText(), f.getValue().percentageText(), f.getValue().definition())));
  }

  private void code() {
    add("Code coverage", "What tools report about code. It says nothing about requirements, and no "
        + "figure above contains it.",
        List.of("Report", "Format", "Of", "Covered", "Total",
            "Percent"),
        coverage.code().stream().flatMap(c -> c.counters().stream().map(n -> List.of(c.file(),
            c.format(), n.kind(), String.valueOf(n.covered()), String.valueOf(n.total()),
            n.percentage().toPlainString()))));
  }

  /// Counted requirements by what they have in common; none if all have the same.
  private void groups(String title, String column, Function<Row, String> by) {
    Map<String, List<Row>> groups = coverage.rows().stream().filter(Sections::isCounted)
        .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    if (groups.size() > 1) {
      add(title, "Counted requirements by their " + column.toLowerCase(Locale.ROOT) + ".",
          List.of(column, "Requirements", "Covered", "Passed", "Failed"),
          groups.entrySet().stream().map(g -> List.of(g.getKey().isEmpty() ? "(none)" : g.getKey(),
              String.valueOf(g.getValue().size()), count(g.getValue(), "uncovered", false),
              count(g.getValue(), "passed", true), count(g.getValue(), "failed", true))));
    }
  }

  private static boolean isCounted(Row row) {
    return !row.standing().equals("inactive") && !row.standing().equals("not_testable");
  }

  private static String count(List<Row> rows, String standing, boolean equal) {
    return String.valueOf(
        rows.stream().filter(r -> r.standing().equals(standing) == equal).count());
  }

  private void gaps() {
    add("Gaps", "Requirements that no test names.",
        List.of("Requirement", "Title", "Reason", "Suggestion"), coverage.gaps().stream()
            .map(g -> List.of(g.requirementId(), g.title(), g.reason(), g.suggestion())));
    add("Weaknesses", "Kinds of cases that the wording asks for and that are missing.",
        List.of("Requirement", "Missing", "Suggestion"), coverage.weaknesses().stream()
            .map(w -> List.of(w.requirementId(), w.missing(), w.suggestion())));
    add("Suspect", "Links that were made for another wording: look at the test again.",
        List.of("Requirement", "Test", Section.WAS, Section.IS),
        coverage.suspects().stream()
            .map(s -> List.of(s.requirementId(), s.test(), s.was(), s.now())));
  }

  private void tests() {
    add("Orphans", "Tests that name requirements that no matrix holds. A guess isn't counted.",
        List.of("Test", "Unknown requirement", "Perhaps"), coverage.orphans().stream()
            .map(o -> List.of(o.test(), o.requirementId(), o.similar())));
    add("Unneeded", "Tests that name no requirement.", List.of("Test", "Known from", "Outcome"),
        coverage.unneeded().stream()
            .map(u -> List.of(u.test(), u.origin(), u.outcome())));
    add("Unknown parents", "Requirements that refine one that no matrix holds.",
        List.of("Requirement", "Unknown parent", "Perhaps"), coverage.unknownParents().stream()
            .map(u -> List.of(u.requirementId(), u.parent(), u.similar())));
    add("Duplicates", "IDs that stand for more than one thing.", List.of("Kind", "ID", "Where"),
        coverage.duplicates().stream()
            .map(d -> List.of(d.kind(), d.id(), String.join("; ", d.where()))));
  }

  private void differences() {
    add("Contradictions", "Links that one side states and the other doesn't, for tests that both "
        + "know.", List.of("Test", "Requirement", "Document", "Stated only in"),
        coverage.contradictions().stream()
            .map(c -> List.of(c.test(), c.requirementId(), c.document(), c.onlyIn())));
  }

  private void suggestions() {
    add("Suggestions", "Tests that gaps may belong to, by the words that both use. They count "
        + "nowhere: link what is right.", List.of("Requirement", "Test", "Score"),
        coverage.suggestions().stream()
            .map(s -> List.of(s.requirementId(), s.test(), String.valueOf(s.score()))));
  }

  private void trend() {
    if (coverage.trend().size() > 1) {
      var columns = Stream.concat(Stream.of("When"), Coverage.Point.FIGURES.stream()).toList();
      add("Trend", "This report and earlier ones of the project, the newest last.", columns,
          coverage.trend().stream()
              .map(p -> columns.stream().map(c -> c.equals("When")
                  ? p.at()
                  : String.valueOf(p.figures().getOrDefault(c, 0))).toList()));
    }
  }

  private void requirements() {
    add("Requirements", "Every requirement with its tests. It is planned where there are cases and "
        + "none of them ran, notrun where other tests have no result. Inherited is the worst standing "
        + "of those that refine it.",
        List.of("Requirement", "Standing", "Inherited", "Overall",
            "Title", "Type", "Status", "Priority", "Method", "Refines", "Tests", "Source"),
        coverage.rows().stream().map(r -> List.of(r.requirementId(), r.standing(),
            r.inherited(), r.overall(), r.title(), r.type(), r.status(), r.priority(), r.method(),
            String.join("; ", r.parents()), tests(r), r.source())));
  }

  private static String tests(Row row) {
    return row.tests().stream().map(Sections::test).collect(Collectors.joining("; "));
  }

  private static String test(TestLink link) {
    return link.test() + " (" + link.outcome() + (link.suspect() ? ", suspect)" : ")");
  }

  private void wording() {
    add("Findings", "Rules that found something in the wording of requirements.",
        List.of("Rule", "Severity", "Requirements"), coverage.findings().stream()
            .map(f -> List.of(f.rule(), f.severity(), String.valueOf(f.count()))));
  }

  private void inputs() {
    add("Inputs", "What was looked at.", List.of("Name", "Kind", "SHA-256"),
        coverage.inputs().stream().map(i -> List.of(i.name(), i.kind(), i.sha256())));
    add("Notes", "What has to be known about the figures.", List.of("Note"),
        coverage.notes().stream().map(List::of));
  }

  private void add(String title, String lead, List<String> columns, Stream<List<String>> rows) {
    sections.add(new Section(title, lead, columns, rows.toList()));
  }
}
