package dev.meanwhile.feed;

/// What a feed still holds.
///
/// @param oldest the number of the oldest event that is kept; `newest + 1` when none is
/// @param newest the number given last, 0 before the first
public record FeedBounds(long oldest, long newest) {

  /// Whether a reader who has seen everything up to `after` can go on without a gap.
  public boolean canResumeAfter(long after) {
    return after >= oldest - 1 && after <= newest;
  }
}
