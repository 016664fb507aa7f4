package dev.meanwhile.generator.rtm;

import dev.meanwhile.trace.Changes;
import dev.meanwhile.trace.Finding;
import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Names;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A matrix as tables of texts, the same for every format: requirements with their tests, tests with their
/// requirements, findings, and what changed.
final class Matrix {
  static final List<String> FORWARD = List.of("ID", "Title", "Text", "Type", "EARS Pattern",
      "Status",
      "Tier", "ID Origin", "Verification Method", "Verification Normalised", "Priority",
      "Rationale",
      "Parents", "Children", "Tests", "Outcomes", "Test Result", "Tested Build", "Steps by Test",
      "Suspect Tests", "Standing by Links", "Source",
      "Text Hash",
      "Findings");
  static final List<String> BACKWARD = List.of("Test", "Requirements", "Outcomes", "Test Result",
      "Tested Build", "Steps by Requirement", "Suspect Requirements", "Unknown Requirements");
  static final List<String> FINDINGS = List.of("Requirement", "Rule", "Severity", "Quote", "Place",
      "Why", "Advice", "Source");
  static final List<String> CHANGES = List.of("Change", "Requirement", "Before", "After");

  private final Rtm rtm;
  private final Map<String, List<Link>> tests;
  private final Map<String, List<Link>> children;
  private final Map<String, Standing> standings;
  private final Map<String, String> rules;

  Matrix(Rtm rtm) {
    this.rtm = rtm;
    tests = rtm.forward(Link.Type.TEST);
    children = rtm.backward(Link.Type.PARENT);
    standings = rtm.standings();
    rules = rtm.findings().stream().collect(Collectors.groupingBy(Finding::requirementId,
        Collectors.mapping(Finding::rule, Collectors.joining("; "))));
  }

  /// Each requirement and candidate with what hangs on it.
  List<List<String>> forward() {
    return Stream.concat(rtm.requirements().stream(), rtm.candidates().stream()).map(this::row)
        .toList();
  }

  private List<String> row(Requirement requirement) {
    var id = requirement.id();
    var linked = tests.getOrDefault(id, List.of());
    var verification = requirement.verification();
    var standing = requirement.tier() == Requirement.Tier.REQUIREMENT ? standings.get(id) : null;
    return List.of(id, requirement.title(), requirement.text(), requirement.kind().toString(),
        requirement.pattern().toString(), requirement.status().toString(),
        requirement.tier().toString(), requirement.idOrigin().toString(),
        verification == null ? "" : verification.original(),
        verification == null ? "" : joined(verification.methods(), Object::toString),
        Objects.requireNonNullElse(requirement.priority(), ""),
        Objects.requireNonNullElse(requirement.rationale(), ""),
        String.join("; ", requirement.parents()),
        joined(children.getOrDefault(id, List.of()), Link::requirementId),
        tests(linked.stream()), outcomes(linked), each(linked, Matrix::result),
        each(linked, Matrix::build), each(linked, l -> String.join(", ", l.steps())),
        tests(linked.stream().filter(Link::suspect)),
        standing == null ? "" : standing.toString(), requirement.source().where(),
        requirement.textHash(), rules.getOrDefault(id, ""));
  }

  /// Each test with the requirements that it verifies.
  List<List<String>> backward() {
    var unknown = rtm.unknownIds();
    return rtm.backward(Link.Type.TEST).entrySet().stream().map(test -> {
      var links = test.getValue();
      return List.of(test.getKey(), joined(links, Link::requirementId), outcomes(links),
          each(links, Matrix::result), each(links, Matrix::build),
          each(links, l -> String.join(", ", l.steps())),
          joined(links.stream().filter(Link::suspect).toList(), Link::requirementId),
          joined(links.stream().filter(l -> unknown.contains(l.requirementId())).toList(),
              Link::requirementId));
    }).toList();
  }

  private static String outcomes(List<Link> links) {
    return links.stream().map(Link::result).filter(Objects::nonNull)
        .map(result -> result.outcome().toString()).distinct().collect(Collectors.joining("; "));
  }

  private static String result(Link link) {
    return link.result() == null ? "" : link.result().original();
  }

  private static String build(Link link) {
    return link.result() == null ? "" : Objects.requireNonNullElse(link.result().build(), "");
  }

  List<List<String>> findings() {
    return rtm.findings().stream().map(f -> List.of(f.requirementId(), f.rule(),
        f.severity().toString(), f.quote(), f.start() + "-" + f.end(), f.why(), f.advice(),
        f.source().where())).toList();
  }

  /// What became different since the earlier version, nothing if there is none.
  List<List<String>> changes() {
    var changes = rtm.changes();
    if (changes == null) {
      return List.of();
    }
    var rows = new ArrayList<List<String>>();
    changes.added().forEach(id -> rows.add(List.of("added", id, "", "")));
    changes.removed().forEach(id -> rows.add(List.of("removed", id, "", "")));
    changes.renamed()
        .forEach(r -> rows.add(List.of("renamed (" + r.because() + ")", r.after(), r.before(),
            r.after())));
    add("reworded", changes.reworded(), rows);
    add("method changed", changes.methods(), rows);
    add("status changed", changes.statuses(), rows);
    return rows;
  }

  private static void add(String what, List<Changes.Change> changes, List<List<String>> rows) {
    changes.forEach(c -> rows.add(List.of(what, c.id(), c.before(), c.after())));
  }

  /// What is known of each link, in their order, so that it can be read back; empty if nothing is known of any.
  private static String each(List<Link> links, Function<Link, String> shown) {
    var parts = links.stream().map(shown).map(part -> part.replace(';', ',')).toList();
    return parts.stream().allMatch(String::isEmpty) ? "" : String.join("; ", parts);
  }

  private static String tests(Stream<Link> links) {
    return Names.joined(links.map(Link::target).distinct());
  }

  private static <T> String joined(List<T> all, Function<T, String> shown) {
    return all.stream().map(shown).distinct().collect(Collectors.joining("; "));
  }
}
