package dev.meanwhile.task.line;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The ranks of a user's tickets that no node has taken up, from the best that the user deserves downwards: they stand
/// behind what the user has at work, one behind the other, so that somebody who runs nothing stands before everybody's
/// second task.
final class Ranks {
  /// The rank of somebody who holds no slot.
  static final int FIRST = 30_000;

  private Ranks() {}

  /// A task that waits for a node.
  ///
  /// @param ticket for which a ticket is good
  /// @param rank of its ticket; null as long as it has none
  record Place(UUID taskId, int ticket, @Nullable Integer rank) {
    /// Whether another rank is better than what it has.
    boolean isBelow(int other) {
      return rank == null || rank < other;
    }

    private int rankOr(int other) {
      return rank == null ? other : rank;
    }

    private Place at(int other) {
      return new Place(taskId, ticket, other);
    }
  }

  /// Ranks a user's tickets anew. Where a slot was freed, so that a better rank is deserved than any of them has, the
  /// first of the line moves up to it, and whoever is new takes the rank that this one had: so equals take turns. All
  /// others keep their order.
  ///
  /// @param slots how many the user holds, those of the places among them
  /// @param places those with a ticket in the order of the user's line, and those without behind them
  /// @return the places that have another rank now, with that one
  static List<Place> anew(int slots, List<Place> places) {
    int best = FIRST - slots + places.size();
    var ordered = ordered(best, places);
    var changed = new ArrayList<Place>();
    for (int i = 0; i < ordered.size(); i++) {
      if (ordered.get(i).isBelow(best - i)) {
        changed.add(ordered.get(i).at(best - i));
      }
    }
    return changed;
  }

  private static List<Place> ordered(int best, List<Place> places) {
    var rest = new ArrayList<>(places);
    var ordered = new ArrayList<Place>();
    int ofNewcomers = 0;
    if (!places.isEmpty() && places.stream().allMatch(place -> place.isBelow(best))) {
      ordered.add(rest.removeFirst());
      ofNewcomers = ordered.getFirst().rankOr(0);
    }
    int standIn = ofNewcomers;
    rest.sort((a, b) -> b.rankOr(standIn) - a.rankOr(standIn));
    ordered.addAll(rest);
    return ordered;
  }
}
