package dev.meanwhile.trace;

import java.util.List;

/// What became different from one version of a matrix to the next.
///
/// @param since the fingerprint of the earlier version's requirements
/// @param added IDs that are new
/// @param removed IDs that are gone
/// @param reworded requirements that say something else
/// @param methods requirements that are to be verified otherwise
/// @param statuses requirements that are valid otherwise
/// @param renamed requirements that have another ID now; a guess, said with its reason
public record Changes(String since, List<String> added, List<String> removed,
    List<Change> reworded, List<Change> methods, List<Change> statuses, List<Renamed> renamed) {

  /// A requirement with something of it before and after.
  public record Change(String id, String before, String after) {}

  /// An ID that seems to have become another one.
  ///
  /// @param because what speaks for it
  public record Renamed(String before, String after, String because) {}

  public Changes {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    reworded = List.copyOf(reworded);
    methods = List.copyOf(methods);
    statuses = List.copyOf(statuses);
    renamed = List.copyOf(renamed);
  }

  /// Whether nothing is different.
  public boolean isNone() {
    return added.isEmpty() && removed.isEmpty() && reworded.isEmpty() && methods.isEmpty()
        && statuses.isEmpty() && renamed.isEmpty();
  }
}
