package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.Standing;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.coverage.Coverage.Gap;
import dev.meanwhile.trace.coverage.Coverage.Orphan;
import dev.meanwhile.trace.coverage.Coverage.Point;
import dev.meanwhile.trace.coverage.Coverage.Row;
import dev.meanwhile.trace.coverage.Coverage.Suggestion;
import dev.meanwhile.trace.coverage.Coverage.Suspect;
import dev.meanwhile.trace.coverage.Coverage.TestLink;
import dev.meanwhile.trace.coverage.Coverage.UnknownParent;
import dev.meanwhile.trace.coverage.Coverage.Unneeded;
import dev.meanwhile.trace.coverage.Coverage.Weakness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// Calculates coverage. Only links that somebody states count; what is guessed or suggested is shown apart.
public final class CoverageAnalysis {
  private final Material material;
  private final Runnable tick;
  private final Requirements requirements;
  private final Tests tests;
  private final Runs runs;
  private final SimilarIds similar;
  private final Judgement judgement;
  private final Hierarchy hierarchy;

  private CoverageAnalysis(Material material, Runnable tick) {
    this.material = material;
    this.tick = tick;
    this.requirements = new Requirements(material.matrices);
    this.tests = new Tests(material, tick);
    this.similar = new SimilarIds(requirements.ids(), unknownIds());
    this.runs = new Runs(requirements, tests, similar, tick);
    runs.read(material.runs, material.uploads);
    tests.all().forEach(this::suspectEarlierRuns);
    this.judgement = new Judgement(requirements, tests);
    tick.run();
    this.hierarchy = new Hierarchy(requirements, judgement.standings());
  }

  /// The coverage of everything given.
  ///
  /// @param tick is called again and again; what it throws flies on
  public static Coverage of(Material material, Runnable tick) {
    return new CoverageAnalysis(material, tick).report();
  }

  /// The coverage of everything given, with word of how far it is.
  ///
  /// @param percent hears again and again about how much is done, 0 to 99 and never less than before; what it throws
  /// flies on
  public static Coverage of(Material material, IntConsumer percent) {
    long all = material.runs.values().stream().mapToLong(r -> r.results().size()).sum()
        + material.matrices.values().stream().mapToLong(m -> m.requirements().size()).sum()
        + 1;
    var done = new AtomicLong();
    return of(material,
        () -> percent.accept(Math.toIntExact(Math.min(99, 100 * done.getAndIncrement() / all))));
  }

  /// What ran before a requirement got today's wording says nothing about it.
  private void suspectEarlierRuns(KnownTest test) {
    for (var id : List.copyOf(test.requirements())) {
      var rewording = material.rewordings.get(id);
      if (rewording != null && test.ranBefore(rewording.since())) {
        test.suspect(id);
      }
    }
  }

  private Set<String> unknownIds() {
    var unknown = new TreeSet<String>();
    tests.all().forEach(t -> unknown.addAll(t.requirements()));
    material.runs.values()
        .forEach(run -> run.results().forEach(r -> unknown.addAll(r.requirements())));
    requirements.ids().forEach(id -> unknown.addAll(requirements.unknownParents(id)));
    unknown.removeAll(requirements.ids());
    return unknown;
  }

  private Coverage report() {
    tick.run();
    var suggestions = Suggestions.of(gapIds(), requirements, tests.all(), material.documents, tick);
    var refinements = refinements();
    var gaps = new ArrayList<Gap>();
    var weaknesses = new ArrayList<Weakness>();
    var weak = new LinkedHashSet<String>();
    for (var requirement : requirements.all()) {
      tick.run();
      if (judgement.of(requirement.id()) == Standing.UNCOVERED) {
        gaps.add(Advice.gap(requirement, refinements.getOrDefault(requirement.id(), 0),
            suggestions.getOrDefault(requirement.id(), List.of())));
      } else if (judgement.isCounted(requirement.id())) {
        var missing = Advice.weaknesses(requirement, judgement.tests(requirement.id()));
        weaknesses.addAll(missing);
        missing.forEach(w -> weak.add(w.requirementId()));
      }
    }
    return report(gaps, weaknesses, weak, suggestions.values());
  }

  private Coverage report(List<Gap> gaps, List<Weakness> weaknesses, Set<String> weak,
      Collection<List<Suggestion>> suggestions) {
    tick.run();
    var orphans = orphans();
    var unneeded = unneeded();
    var unknownParents = unknownParents();
    var duplicates = Stream.concat(requirements.duplicates().stream(), tests.duplicates().stream())
        .toList();
    var comparison = new Comparison(statedByMatrices(), material.documents, requirements.ids());
    var suggested = suggestions.stream().flatMap(List::stream).toList();
    var figures = figures(weak).count("gaps", gaps.size())
        .share("covered_by_refinements", coveredByRefinements(gaps), gaps.size())
        .count("weaknesses", weaknesses.size()).count("orphans", orphans.size())
        .count("unneeded", unneeded.size()).count("unknown_parents", unknownParents.size())
        .count("duplicates", duplicates.size())
        .count("agreeing", comparison.agreeing())
        .count("only_in_documents", comparison.onlyIn("document"))
        .count("only_in_matrices", comparison.onlyIn("matrix"))
        .count("suggestions", suggested.size()).figures();
    return new Coverage(Coverage.SCHEMA, figures, requirements.all().stream().map(this::row)
        .toList(), gaps, weaknesses, suspects(), orphans, unneeded, unknownParents, duplicates,
        comparison.contradictions(), suggested, code(), requirements.findings(), trend(figures),
        material.inputs, material.notes);
  }

  private List<String> gapIds() {
    return requirements.ids().stream().filter(id -> judgement.of(id) == Standing.UNCOVERED)
        .toList();
  }

  private Map<String, Integer> refinements() {
    var refinements = new HashMap<String, Integer>();
    requirements.ids().stream().filter(judgement::isCounted).forEach(
        id -> requirements.parents(id).forEach(p -> refinements.merge(p, 1, Integer::sum)));
    return refinements;
  }

  private Row row(Requirement requirement) {
    var id = requirement.id();
    var links = judgement.tests(id).stream().map(t -> new TestLink(t.name(), t.origin().toString(),
        t.outcome(id).toString(), t.isSuspect(id, requirement.textHash()))).toList();
    var inherited = hierarchy.inherited(id);
    var verification = requirement.verification();
    return new Row(id, requirement.title(), requirement.status().toString(),
        Objects.requireNonNullElse(requirement.priority(), ""),
        requirement.kind().toString(), requirement.source().file(),
        verification == null ? "" : verification.original(), judgement.of(id).toString(),
        inherited == null ? "" : inherited.toString(), hierarchy.overall(id).toString(),
        requirements.parents(id), links, requirement.source().where());
  }

  private List<Suspect> suspects() {
    var suspects = new ArrayList<Suspect>();
    for (var requirement : requirements.all()) {
      if (!judgement.isCounted(requirement.id())) {
        continue;
      }
      judgement.tests(requirement.id()).stream()
          .filter(t -> t.isSuspect(requirement.id(), requirement.textHash()))
          .forEach(t -> suspects.add(new Suspect(requirement.id(), t.name(),
              formerText(t, requirement.id()), requirement.text())));
    }
    return suspects;
  }

  /// What it was made for, or what the requirement said when it ran.
  private String formerText(KnownTest test, String requirementId) {
    var rewording = material.rewordings.get(requirementId);
    return material.formerTexts.getOrDefault(test.fingerprint(requirementId),
        rewording == null ? "" : rewording.was());
  }

  private List<Orphan> orphans() {
    var orphans = new LinkedHashSet<Orphan>();
    tests.all().forEach(t -> t.requirements().stream().filter(r -> !requirements.has(r))
        .forEach(r -> orphans.add(new Orphan(t.name(), r, similar.to(r)))));
    orphans.addAll(runs.orphans());
    return List.copyOf(orphans);
  }

  private List<Unneeded> unneeded() {
    return tests.all().stream().filter(t -> t.requirements().isEmpty())
        .map(t -> new Unneeded(t.name(), t.origin().toString(), t.outcome().toString())).toList();
  }

  private List<UnknownParent> unknownParents() {
    return requirements.ids().stream().flatMap(id -> requirements.unknownParents(id).stream()
        .map(parent -> new UnknownParent(id, parent, similar.to(parent)))).toList();
  }

  private Map<String, Set<String>> statedByMatrices() {
    var stated = new LinkedHashMap<String, Set<String>>();
    tests.all().stream().filter(t -> t.origin() == KnownTest.Origin.MATRIX)
        .forEach(t -> stated.put(t.name(), t.requirements()));
    return stated;
  }

  private int coveredByRefinements(List<Gap> gaps) {
    return Math.toIntExact(
        gaps.stream().filter(g -> hierarchy.isCovered(g.requirementId())).count());
  }

  private Definitions figures(Set<String> weak) {
    var counted = requirements.ids().stream().filter(judgement::isCounted).toList();
    int all = counted.size();
    int covered = all - judgement.count(Standing.UNCOVERED);
    int technique = Math.toIntExact(counted.stream().filter(id -> !weak.contains(id)
        && judgement.tests(id).stream().anyMatch(t -> !t.types().isEmpty())).count());
    return new Definitions().count("requirements", all).share("covered", covered, all)
        .share("technique", technique, all)
        .share("executed", count(counted.stream().filter(judgement::isExecuted)), all)
        .share("passed", judgement.count(Standing.PASSED), all)
        .share("partial", judgement.count(Standing.PARTIAL), all)
        .share("failed", judgement.count(Standing.FAILED), all)
        .share("suspect", count(counted.stream().filter(judgement::isSuspect)), all)
        .count("inactive", judgement.count(Standing.INACTIVE))
        .count("not_by_test", judgement.count(Standing.NOT_TESTABLE))
        .count("candidates", requirements.candidates())
        .count("findings",
            requirements.findings().stream().mapToInt(Coverage.Rule::count).sum())
        .count("test_cases", tests.cases()).count("tests", tests.all().size())
        .count("results", runs.results());
  }

  private static int count(Stream<String> ids) {
    return Math.toIntExact(ids.count());
  }

  private List<Coverage.Code> code() {
    return material.code.entrySet().stream().map(
        c -> new Coverage.Code(c.getKey(), c.getValue().format(), c.getValue().counters()))
        .toList();
  }

  private List<Point> trend(Map<String, Figure> figures) {
    var trend = new ArrayList<>(material.trend);
    if (!material.at.isEmpty()) {
      var counts = new LinkedHashMap<String, Integer>();
      Point.FIGURES.forEach(
          f -> counts.put(f, Objects.requireNonNull(figures.get(f), f).count()));
      trend.add(new Point(material.at, counts));
    }
    return trend.subList(Math.max(0, trend.size() - Point.MOST), trend.size());
  }
}
