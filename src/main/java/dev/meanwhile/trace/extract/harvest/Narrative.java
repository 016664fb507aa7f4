package dev.meanwhile.trace.extract.harvest;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/// The text below headings that don't tell what they are for, and how much of it demands. Where hardly anything does,
/// its musts are those of somebody who explains; only where most of it does, what should be is meant as a demand.
public final class Narrative {
  private static final int SENTENCES_FOR_ONE_MUST = 6;
  private static final int SENTENCES_FOR_ONE_SHOULD = 2;

  private final Map<String, Integer> sentences = new HashMap<>();
  private final Map<String, Integer> demands = new HashMap<>();
  private final Set<Draft> drafts = Collections.newSetFromMap(new IdentityHashMap<>());

  /// Counts a sentence below such a heading.
  public void sentence(String file) {
    sentences.merge(file, 1, Integer::sum);
  }

  /// Counts a draft that demands there.
  public void demand(Draft draft) {
    drafts.add(draft);
    demands.merge(draft.source().file(), 1, Integer::sum);
  }

  /// The last demand in other words.
  void replace(Draft draft, Draft by) {
    if (drafts.remove(draft)) {
      drafts.add(by);
    }
  }

  /// Whether a must of this draft binds: it stands elsewhere, or among enough demands.
  boolean mayBind(Draft draft) {
    return demandsOneOf(draft, SENTENCES_FOR_ONE_MUST);
  }

  /// Whether a should of this draft may bind.
  boolean mayBindPlainly(Draft draft) {
    return demandsOneOf(draft, SENTENCES_FOR_ONE_SHOULD);
  }

  private boolean demandsOneOf(Draft draft, int most) {
    var file = draft.source().file();
    return !drafts.contains(draft)
        || most * demands.getOrDefault(file, 0) >= sentences.getOrDefault(file, 0);
  }
}
