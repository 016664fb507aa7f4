package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.Standing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What requirements inherit from those that refine them: the worst standing among them, level by level from below. A
/// circle of parents inherits nothing within itself.
final class Hierarchy {
  private static final List<Standing> BEST_FIRST = List.of(Standing.PASSED, Standing.PARTIAL,
      Standing.PLANNED, Standing.NOTRUN, Standing.SUSPECT, Standing.UNCOVERED, Standing.FAILED);

  private final Requirements requirements;
  private final Map<String, Standing> direct;
  private final Map<String, List<String>> children = new LinkedHashMap<>();
  private final Map<String, Integer> open = new HashMap<>();
  private final Queue<String> ready = new ArrayDeque<>();
  private final Map<String, Standing> inherited = new HashMap<>();
  private final Map<String, Standing> overall = new HashMap<>();
  private final Set<String> covered = new HashSet<>();

  /// @param direct standings by the requirements' own tests, by ID
  Hierarchy(Requirements requirements, Map<String, Standing> direct) {
    this.requirements = requirements;
    this.direct = direct;
    for (var id : direct.keySet()) {
      requirements.parents(id).forEach(p -> {
        children.computeIfAbsent(p, k -> new ArrayList<>()).add(id);
        open.merge(p, 1, Integer::sum);
      });
    }
    direct.keySet().stream().filter(id -> !open.containsKey(id)).forEach(ready::add);
    settleReady();
    for (var id : direct.keySet()) {
      while (!overall.containsKey(id)) {
        settle(circleBelow(id));
        settleReady();
      }
    }
  }

  private void settleReady() {
    while (!ready.isEmpty()) {
      settle(Set.of(ready.remove()));
    }
  }

  /// Where everything below that can be settled is, the way down through what is left ends in a circle.
  private Set<String> circleBelow(String id) {
    var path = new LinkedHashSet<String>();
    var at = id;
    while (path.add(at)) {
      at = children.getOrDefault(at, List.of()).stream().filter(c -> !overall.containsKey(c))
          .findFirst().orElseThrow();
    }
    var circle = new LinkedHashSet<String>();
    for (var one : path.reversed()) {
      circle.add(one);
      if (one.equals(at)) {
        break;
      }
    }
    return circle;
  }

  private void settle(Set<String> together) {
    for (var id : together) {
      settle(id, children.getOrDefault(id, List.of()).stream()
          .filter(c -> overall.containsKey(c) && !together.contains(c)
              && BEST_FIRST.contains(overall(c)))
          .toList());
    }
    for (var id : together) {
      for (var parent : requirements.parents(id)) {
        if (open.merge(parent, -1, Integer::sum) == 0 && !overall.containsKey(parent)) {
          ready.add(parent);
        }
      }
    }
  }

  private void settle(String id, List<String> below) {
    var own = direct.getOrDefault(id, Standing.UNCOVERED);
    var worst = worst(below.stream().map(this::overall).toList());
    if (worst != null) {
      inherited.put(id, worst);
    }
    overall.put(id, worst == null || !BEST_FIRST.contains(own) ? own : together(own, worst));
    if (own != Standing.UNCOVERED || (worst != null && covered.containsAll(below))) {
      covered.add(id);
    }
  }

  private static Standing together(Standing own, Standing below) {
    boolean takesBelow = own == Standing.UNCOVERED
        || BEST_FIRST.indexOf(below) > BEST_FIRST.indexOf(own);
    return takesBelow ? below : own;
  }

  private static @Nullable Standing worst(Collection<Standing> standings) {
    return standings.stream().max(Comparator.comparingInt(BEST_FIRST::indexOf)).orElse(null);
  }

  /// The worst standing of what refines it; null if nothing that is counted does.
  @Nullable
  Standing inherited(String id) {
    return inherited.get(id);
  }

  Standing overall(String id) {
    return overall.getOrDefault(id, Standing.UNCOVERED);
  }

  /// Whether it has tests of its own, or all that refines it is covered.
  boolean isCovered(String id) {
    return covered.contains(id);
  }
}
