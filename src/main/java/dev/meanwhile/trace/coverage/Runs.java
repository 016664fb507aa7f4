package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.coverage.KnownTest.Origin;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.result.TestResult;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads runs back to tests and requirements. The latest run of a test counts; in it, the worst of its instances. What a
/// result states comes first, then its name, then its class, then what it wrote.
final class Runs {
  private static final int LEAST_FAMILY = 3;

  private final Requirements requirements;
  private final Tests tests;
  private final SimilarIds similar;
  private final Mentions known;
  private final Runnable tick;
  private final Set<String> families = new HashSet<>();
  private final Set<Coverage.Orphan> orphans = new LinkedHashSet<>();
  private int results;

  Runs(Requirements requirements, Tests tests, SimilarIds similar, Runnable tick) {
    this.requirements = requirements;
    this.tests = tests;
    this.similar = similar;
    this.tick = tick;
    var ids = new LinkedHashSet<>(requirements.ids());
    tests.all().forEach(t -> ids.add(t.name()));
    tick.run();
    this.known = new Mentions(ids);
    requirements.ids().forEach(id -> families.add(family(id)));
    families.remove("");
  }

  Set<Coverage.Orphan> orphans() {
    return orphans;
  }

  /// How many tests have a result.
  int results() {
    return results;
  }

  /// What a run says of a test.
  ///
  /// @param at when the test had run at the latest, null if nobody knows
  private record Ran(List<TestResult> instances, @Nullable Instant at) {
    Ran(@Nullable Instant at) {
      this(new ArrayList<>(), at);
    }
  }

  /// @param uploads when each run was uploaded, as far as that is known
  void read(Map<String, ResultFile.Run> runs, Map<String, Instant> uploads) {
    var latest = new LinkedHashMap<String, Ran>();
    for (var named : inOrder(runs)) {
      tick.run();
      var run = named.getValue();
      var at = earlier(time(run.at()), uploads.get(named.getKey()));
      var ofRun = new LinkedHashMap<String, Ran>();
      run.results().forEach(
          r -> ofRun.computeIfAbsent(r.key(), k -> new Ran(at)).instances().add(r));
      latest.putAll(ofRun);
    }
    tick.run();
    results = latest.size();
    latest.values().forEach(this::read);
  }

  /// By their own times if all have one, else as they were uploaded.
  private static List<Map.Entry<String, ResultFile.Run>> inOrder(
      Map<String, ResultFile.Run> runs) {
    var all = new ArrayList<>(runs.entrySet());
    if (runs.values().stream().noneMatch(r -> r.at().isEmpty())) {
      all.sort(Map.Entry.comparingByValue(Comparator.comparing(ResultFile.Run::at)));
    }
    return all;
  }

  private static @Nullable Instant time(String at) {
    try {
      return at.isEmpty() ? null : Instant.parse(at);
    } catch (DateTimeParseException e) {
      return null; // a file may say what it likes
    }
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  /// What a result was found to be about.
  private record About(Set<KnownTest> tests, Set<String> requirements, Set<String> unknown) {
    About() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    boolean isNothing() {
      return tests.isEmpty() && requirements.isEmpty() && unknown.isEmpty();
    }
  }

  private void read(Ran ran) {
    tick.run();
    var outcomes = new LinkedHashMap<About, Outcome>();
    ran.instances().forEach(i -> outcomes.merge(about(i), i.outcome(), KnownTest::worse));
    var name = ran.instances().getFirst().key();
    outcomes.forEach((about, outcome) -> apply(name, about, outcome, ran.at()));
  }

  private void apply(String name, About about, Outcome outcome, @Nullable Instant at) {
    var left = new LinkedHashSet<>(about.requirements());
    for (var test : about.tests()) {
      test.ran(outcome, at);
      left.removeAll(test.requirements());
    }
    about.unknown().forEach(u -> orphans.add(new Coverage.Orphan(name, u, similar.to(u))));
    boolean isUnknown = about.tests().isEmpty() && about.unknown().isEmpty();
    if (!left.isEmpty() || isUnknown) {
      var before = tests.named(name);
      var test = before != null && before.origin() == Origin.RESULT
          ? before
          : tests.add(new KnownTest(name, Origin.RESULT, name));
      left.forEach(id -> test.names(id, null));
      test.ran(outcome, at);
    }
  }

  private About about(TestResult result) {
    var about = new About();
    result.requirements().forEach(id -> stated(id, about));
    result.tests().forEach(id -> found(id, about));
    result.tags().forEach(id -> found(id, about));
    if (about.isNothing()) {
      byName(result, about);
    }
    for (var text : List.of(result.name(), result.group(), result.output())) {
      if (about.isNothing()) {
        mentioned(text, about);
      }
    }
    if (about.isNothing()) {
      drifted(result.name(), about);
    }
    return about;
  }

  /// A name that has the title of a case in it says nothing by the requirements that this title speaks of.
  private void mentioned(String text, About about) {
    var ids = known.in(text);
    var spokenOf = ids.stream().map(tests::named).filter(Objects::nonNull)
        .flatMap(test -> known.in(test.words()).stream()).collect(Collectors.toSet());
    ids.stream().filter(id -> tests.named(id) != null || !spokenOf.contains(id))
        .forEach(id -> found(id, about));
  }

  private void stated(String id, About about) {
    var known = this.known.in(id);
    if (requirements.has(id)) {
      about.requirements().add(id);
    } else if (known.size() == 1 && Mentions.plain(known.getFirst()).equals(Mentions.plain(id))) {
      found(known.getFirst(), about);
    } else {
      about.unknown().add(id);
    }
  }

  private void found(String id, About about) {
    var test = tests.named(id);
    if (requirements.has(id)) {
      about.requirements().add(id);
    } else if (test != null) {
      about.tests().add(test);
    }
  }

  private void byName(TestResult result, About about) {
    for (var name : List.of(result.name(), result.testName(), result.key())) {
      var test = tests.named(name);
      var rendered = tests.rendered(name);
      if (about.tests().isEmpty() && test != null && test.origin() != Origin.RESULT) {
        about.tests().add(test);
      } else if (about.tests().isEmpty() && rendered != null) {
        about.tests().add(rendered);
      }
    }
  }

  /// An ID in a name that nobody knows is one only if it looks like a known one, or begins like one.
  private void drifted(String name, About about) {
    Ids.in(name).stream().map(Ids.Place::id)
        .filter(id -> families.contains(family(id)) || !similar.to(id).isEmpty())
        .forEach(about.unknown()::add);
  }

  /// What stands before an ID's first digit; empty if that is hardly anything.
  private static String family(String id) {
    var family = id.replaceFirst("(?s)[0-9].*", "");
    return family.length() < LEAST_FAMILY || family.equals(id) ? "" : family;
  }
}
