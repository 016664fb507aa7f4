package dev.meanwhile.trace.test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Gives test cases their IDs, `TC-<requirement>-<number>`. A case whose key had an ID in an earlier set keeps it; a new
/// one gets the requirement's next number. No number is given twice, whatever is inserted, reworded or left out.
public final class Numbering {
  private static final String PREFIX = "TC-";

  /// IDs by requirement and key.
  private final Map<String, Map<String, String>> known = new HashMap<>();
  private final Map<String, Integer> highest = new HashMap<>();
  private final Set<String> given = new HashSet<>();
  private final Set<String> used = new HashSet<>();

  /// Numbers from 1.
  public Numbering() {}

  /// Numbers on from earlier sets. Where they contradict each other, the first has the say.
  public Numbering(List<TestCases> earlier) {
    for (var set : earlier) {
      set.cases().forEach(c -> remember(c.id(), c.key()));
      set.reserved().forEach(this::remember);
    }
  }

  private void remember(String id, String key) {
    int dash = id.lastIndexOf('-');
    var digits = id.substring(dash + 1);
    if (!id.startsWith(PREFIX) || dash < PREFIX.length() || !digits.matches("\\d{1,9}")) {
      return;
    }
    var requirement = id.substring(PREFIX.length(), dash);
    highest.merge(requirement, Integer.parseInt(digits), Math::max);
    if (!key.isEmpty() && !given.contains(id)
        && byKey(requirement).putIfAbsent(key, id) == null) {
      given.add(id);
    }
  }

  private Map<String, String> byKey(String requirement) {
    return known.computeIfAbsent(requirement, r -> new HashMap<>());
  }

  /// The cases of one requirement with their IDs.
  List<TestCase> numbered(String requirement, List<TestCase> cases) {
    var numbered = new ArrayList<TestCase>();
    for (var testCase : cases) {
      var key = unused(requirement, testCase.key());
      var id = byKey(requirement).computeIfAbsent(key, k -> next(requirement));
      numbered.add(testCase.withKey(key).withId(id));
    }
    return numbered;
  }

  /// The same ID can stand for two statements, and two cases can be about the same: each has a key of its own.
  private String unused(String requirement, String key) {
    var unused = key;
    for (int n = 2; !used.add(requirement + "\0" + unused); n++) {
      unused = key + "-" + n;
    }
    return unused;
  }

  private String next(String requirement) {
    int number = highest.merge(requirement, 1, Integer::sum);
    return PREFIX + requirement + "-" + (number < 10 ? "0" : "") + number;
  }

  /// The IDs that other cases than these have or had, with their keys.
  Map<String, String> reserved(List<TestCase> kept) {
    var reserved = new TreeMap<String, String>();
    known.values().forEach(ids -> ids.forEach((key, id) -> reserved.put(id, key)));
    kept.forEach(c -> reserved.remove(c.id()));
    return reserved;
  }
}
