package dev.meanwhile.trace.coverage;

import dev.meanwhile.trace.Standing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What requirements inherit from those that refine them: the worst standing among them, level by level from below. A
/// circle of parents inherits nothing within itself.
final class Hierarchy {
  private static final List<Standing> BEST_FIRST = List.of(Standing.PASSED, Standing.PARTIAL,
      Standing.PLANNED, Standing.NOTRUN, Standing.SUSPECT, Standing.UNCOVERED, Standing.FAILED);

  private final Map<String, List<String>> children = new LinkedHashMap<>();
  private final Map<String, Integer> open = new HashMap<>();
  private final Map<String, Standing> inherited = new HashMap<>();
  private final Map<String, Standing> overall = new HashMap<>();

  /// @param direct standings by the requirements' own tests, by ID
  Hierarchy(Requirements requirements, Map<String, Standing> direct) {
    for (var id : direct.keySet()) {
      requirements.parents(id).forEach(p -> {
        children.computeIfAbsent(p, k -> new ArrayList<>()).add(id);
        open.merge(p, 1, Integer::sum);
      });
    }
    var ready = new ArrayDeque<String>();
    direct.keySet().stream().filter(id -> !open.containsKey(id)).forEach(ready::add);
    while (!ready.isEmpty()) {
      var id = ready.remove();
      settle(id, direct);
      for (var parent : requirements.parents(id)) {
        if (open.merge(parent, -1, Integer::sum) == 0) {
          ready.add(parent);
        }
      }
    }
    direct.keySet().stream().filter(id -> !overall.containsKey(id))
        .forEach(id -> settle(id, direct));
  }

  private void settle(String id, Map<String, Standing> direct) {
    var own = direct.getOrDefault(id, Standing.UNCOVERED);
    var worst = worst(children.getOrDefault(id, List.of()).stream()
        .map(this::overall).filter(BEST_FIRST::contains).toList());
    if (worst != null) {
      inherited.put(id, worst);
    }
    overall.put(id, worst == null || !BEST_FIRST.contains(own) ? own : together(own, worst));
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
}
