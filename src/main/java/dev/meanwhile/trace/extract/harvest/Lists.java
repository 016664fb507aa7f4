package dev.meanwhile.trace.extract.harvest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// The lists of documents, and how many of their sentences demand: where nearly all do, the list is one of demands,
/// whatever its heading says.
public final class Lists {
  private static final int FEWEST = 4;

  private static final class Entries {
    private final List<Draft> demands = new ArrayList<>();
    private final Set<Draft> plain = Collections.newSetFromMap(new IdentityHashMap<>());
    private int sentences;
    private int modal;

    boolean demands() {
      return demands.size() >= FEWEST && 4 * demands.size() >= 3 * sentences
          && 2 * modal >= sentences;
    }
  }

  private final List<Entries> all = new ArrayList<>();

  /// A list begins.
  public void begin() {
    all.add(new Entries());
  }

  /// Counts a sentence of the present list.
  public void sentence() {
    all.getLast().sentences++;
  }

  /// A sentence of the present list that demands.
  ///
  /// @param isPlain whether it may bind although it says neither shall nor must
  public void demand(Draft draft, boolean isPlain, boolean isModal) {
    var list = all.getLast();
    list.demands.add(draft);
    list.modal += isModal ? 1 : 0;
    if (isPlain) {
      list.plain.add(draft);
    }
  }

  /// The last demand in other words.
  void replace(Draft draft, Draft by) {
    if (!all.isEmpty() && all.getLast().plain.remove(draft)) {
      all.getLast().plain.add(by);
    }
  }

  /// What binds because it stands in a list of demands.
  List<Draft> binding() {
    return all.stream().filter(Entries::demands).flatMap(l -> l.plain.stream()).toList();
  }
}
