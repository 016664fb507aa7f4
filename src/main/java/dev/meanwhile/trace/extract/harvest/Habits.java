package dev.meanwhile.trace.extract.harvest;

import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How documents treat their requirements: how many have an ID, stand in tables or are marked, and how many are strays,
/// with neither an ID nor a mark.
final class Habits {
  private static final Pattern SHALL = Pattern.compile("\\bshall\\b", Pattern.CASE_INSENSITIVE);
  private static final int FEWEST_LISTED = 2;
  private static final int STRAYS_FOR_ONE = 2;
  private static final int FEWEST_NAMED = 3;
  private static final Habit NONE = new Habit(0, 0, 0, true);

  private final Map<String, Habit> byFile;

  /// @param declared those that their authors marked as requirements
  Habits(List<Draft> drafts, Set<Draft> declared) {
    this.byFile = drafts.stream().filter(d -> d.tier() == Tier.REQUIREMENT)
        .collect(Collectors.groupingBy(d -> d.source().file(), Collectors.collectingAndThen(
            Collectors.toList(), requirements -> Habit.of(requirements, declared))));
  }

  /// @param named requirements with an ID
  /// @param strays requirements without an ID or a mark
  /// @param listed those with an ID that stand in tables or are marked
  /// @param saysMust whether those with an ID bind by "must" at times
  private record Habit(int named, long strays, long listed, boolean saysMust) {
    static Habit of(List<Draft> requirements, Set<Draft> declared) {
      var named = requirements.stream().filter(d -> d.id() != null).toList();
      return new Habit(named.size(),
          requirements.stream().filter(d -> d.id() == null && !declared.contains(d)).count(),
          named.stream().filter(d -> d.source().row() != null || declared.contains(d)).count(),
          named.stream().anyMatch(d -> Words.binds(d.text()) && !SHALL.matcher(d.text()).find()));
    }

    boolean lists() {
      return listed >= FEWEST_LISTED && 2 * listed >= named;
    }
  }

  private Habit of(String file) {
    return byFile.getOrDefault(file, NONE);
  }

  /// Whether a stray is none of the document's requirements: most of those stand in tables or are marked, and strays are
  /// few, or don't say shall where all others do.
  boolean leavesOut(Draft stray) {
    var habit = of(stray.source().file());
    return habit.lists() && (habit.strays() <= STRAYS_FOR_ONE * (long) habit.named()
        || (!habit.saysMust() && !SHALL.matcher(stray.text()).find()));
  }

  /// Whether a document has at least so many requirements with an ID for each stray.
  boolean namesAsMany(String file, int forOne) {
    var habit = of(file);
    return habit.named() >= FEWEST_NAMED && habit.named() >= forOne * habit.strays();
  }
}
