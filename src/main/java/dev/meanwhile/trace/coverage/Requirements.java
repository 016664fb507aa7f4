package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.coverage.Coverage.Duplicate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The requirements of all matrices together. The same ID in two matrices is one requirement: the last matrix states
/// it, and if the statements differ, the ID is a duplicate.
final class Requirements {
  private final Map<String, Requirement> byId = new LinkedHashMap<>();
  private final Map<String, Set<String>> statements = new LinkedHashMap<>();
  private final Map<String, Set<String>> parents = new LinkedHashMap<>();
  private final Set<String> candidates = new LinkedHashSet<>();
  private final Map<String, Set<String>> findings = new TreeMap<>();

  Requirements(Map<String, Rtm> matrices) {
    matrices.forEach(this::add);
    candidates.removeAll(byId.keySet());
  }

  private void add(String name, Rtm rtm) {
    for (var requirement : rtm.requirements()) {
      byId.put(requirement.id(), requirement);
      statements.computeIfAbsent(requirement.id(), id -> new LinkedHashSet<>())
          .add(requirement.textHash() + "\0" + name + ": " + requirement.source().where());
      parents.computeIfAbsent(requirement.id(), id -> new LinkedHashSet<>())
          .addAll(requirement.parents());
    }
    rtm.candidates().forEach(c -> candidates.add(c.id()));
    rtm.links().stream().filter(l -> l.type() == Link.Type.PARENT).forEach(l -> parents
        .computeIfAbsent(l.requirementId(), id -> new LinkedHashSet<>()).add(l.target()));
    rtm.findings().forEach(f -> findings
        .computeIfAbsent(f.severity() + "\0" + f.rule(), rule -> new HashSet<>())
        .add(f.requirementId()));
  }

  Collection<Requirement> all() {
    return byId.values();
  }

  Set<String> ids() {
    return byId.keySet();
  }

  boolean has(String id) {
    return byId.containsKey(id);
  }

  int candidates() {
    return candidates.size();
  }

  /// The requirements that this one refines, as far as they are known.
  List<String> parents(String id) {
    return parents.getOrDefault(id, Set.of()).stream().filter(p -> has(p) && !p.equals(id))
        .toList();
  }

  /// Those that it says it refines and no matrix holds, neither as a requirement nor as a candidate.
  List<String> unknownParents(String id) {
    return parents.getOrDefault(id, Set.of()).stream()
        .filter(p -> !has(p) && !candidates.contains(p)).toList();
  }

  List<Duplicate> duplicates() {
    return duplicates("requirement", statements);
  }

  /// An ID is a duplicate if it stands for two wordings; the same wording in two documents is one thing.
  static List<Duplicate> duplicates(String kind, Map<String, Set<String>> wordings) {
    var duplicates = new ArrayList<Duplicate>();
    wordings.forEach((id, places) -> {
      long different = places.stream().map(w -> w.substring(0, w.indexOf('\0'))).distinct()
          .count();
      if (different > 1) {
        duplicates.add(new Duplicate(kind, id,
            places.stream().map(w -> w.substring(w.indexOf('\0') + 1)).toList()));
      }
    });
    return duplicates;
  }

  /// How many requirements each rule found something in.
  List<Coverage.Rule> findings() {
    var rules = new ArrayList<Coverage.Rule>();
    findings.forEach((rule, ids) -> rules.add(new Coverage.Rule(
        rule.substring(rule.indexOf('\0') + 1), rule.substring(0, rule.indexOf('\0')),
        ids.size())));
    return rules;
  }
}
