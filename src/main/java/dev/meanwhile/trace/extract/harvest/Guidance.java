package dev.meanwhile.trace.extract.harvest;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Documents that tell how to write requirements, by their titles or because a quarter of their sentences with a modal word
/// is on writing.
final class Guidance {
  private static final int FEWEST_ON_WRITING = 4;

  private final Set<String> guides = new HashSet<>();
  private final Map<String, Integer> onWriting = new HashMap<>();
  private final Map<String, Integer> others = new HashMap<>();

  void guide(String file) {
    guides.add(file);
  }

  void sentence(String file, boolean isOnWriting) {
    (isOnWriting ? onWriting : others).merge(file, 1, Integer::sum);
  }

  boolean contains(String file) {
    int telling = onWriting.getOrDefault(file, 0);
    return guides.contains(file)
        || (telling >= FEWEST_ON_WRITING && 3 * telling >= others.getOrDefault(file, 0));
  }
}
