package dev.meanwhile.generator.testcase;

import dev.meanwhile.generator.Asking.Loss;
import dev.meanwhile.trace.test.TestCase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a model designed for one batch of requirements, or why nothing came of it. Kept as a step's result.
///
/// @param cases those that can be kept, by requirement
/// @param missing why the batch was designed by rule, or empty
/// @param loss what that says of the next batch
/// @param dropped cases that aren't grounded in their requirement
/// @param left requirements of which the model gave no case that can be kept
record DesignBatch(Map<String, List<TestCase>> cases, String missing, Loss loss, int dropped,
    int left) {
  DesignBatch {
    cases = new LinkedHashMap<>(cases);
  }

  static DesignBatch missing(String reason, Loss loss) {
    return new DesignBatch(Map.of(), reason, loss, 0, 0);
  }
}
