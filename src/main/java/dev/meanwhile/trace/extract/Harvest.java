package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Requirement.Tier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the readers of prose, tables and needs bring in from the documents, before it is put together.
final class Harvest {
  private static final int FEWEST_ON_WRITING = 4;

  private final List<Draft> drafts = new ArrayList<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final Map<String, Integer> onWriting = new LinkedHashMap<>();
  private final Map<String, Integer> binding = new LinkedHashMap<>();

  void add(Draft draft) {
    drafts.add(draft);
  }

  void add(Mention mention) {
    mentions.add(mention);
  }

  boolean isEmpty() {
    return drafts.isEmpty();
  }

  Draft last() {
    return drafts.getLast();
  }

  void replaceLast(Draft draft) {
    drafts.removeLast();
    drafts.add(draft);
  }

  List<Mention> mentions() {
    return mentions;
  }

  /// Counts a sentence with a modal word.
  void sentence(String file, boolean isOnWriting) {
    (isOnWriting ? onWriting : binding).merge(file, 1, Integer::sum);
  }

  /// The drafts; in a document that mostly tells how to write requirements, sentences without a table around them are
  /// examples, and nobody is bound by them.
  List<Draft> drafts() {
    return drafts.stream().map(d -> isGuidance(d.source().file()) && d.source().row() == null
        ? d.withTier(Tier.CANDIDATE)
        : d).toList();
  }

  private boolean isGuidance(String file) {
    int telling = onWriting.getOrDefault(file, 0);
    return telling >= FEWEST_ON_WRITING && 3 * telling >= binding.getOrDefault(file, 0);
  }
}
