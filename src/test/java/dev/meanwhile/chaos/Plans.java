package dev.meanwhile.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// What the tasks of a load do.
final class Plans {
  static final List<String> POISON = List.of("step", "poison");

  private Plans() {}

  /// Half of them with an artifact.
  static List<String> any(SplittableRandom random) {
    var plan = new ArrayList<>(deeds(random));
    if (random.nextBoolean()) {
      plan.add(Trial.FILE);
    }
    return List.copyOf(plan);
  }

  private static List<String> deeds(SplittableRandom random) {
    int draw = random.nextInt(100);
    if (draw < 10) {
      return List.of("step", Trial.FLAKY, "step");
    }
    if (draw < 15) {
      return List.of("step", Trial.HOPELESS);
    }
    if (draw < 20) {
      return List.of("step", "fatal", "step");
    }
    if (draw < 25) {
      return List.of("step", "model", "step");
    }
    if (draw < 40) {
      return List.of("step", "step-" + (200 + random.nextInt(600)), "step");
    }
    return random.ints(1 + random.nextInt(4), 0, 30).mapToObj(millis -> "step-" + millis).toList();
  }
}
