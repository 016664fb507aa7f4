package dev.meanwhile.generator.rtm;

import dev.meanwhile.generator.Asking.Loss;
import dev.meanwhile.trace.Requirement.Tier;
import java.util.List;

/// What a model found in one batch of segments, or why nothing came of it. Kept as a step's result.
///
/// @param missing why the batch was read by rule only, or empty
/// @param loss what that says of the next batch
/// @param invented items whose words don't stand in their segment
/// @param left segments with a modal word that the model gave no judgement of
record ReviewBatch(List<Found> found, String missing, Loss loss, int invented, int left) {

  /// A requirement in a segment.
  ///
  /// @param index of the passage in the document, from 0
  record Found(int index, String quote, Tier tier) {}

  ReviewBatch {
    found = List.copyOf(found);
  }

  static ReviewBatch missing(String reason, Loss loss) {
    return new ReviewBatch(List.of(), reason, loss, 0, 0);
  }
}
