package dev.meanwhile.trace.extract.table;

import dev.meanwhile.trace.Finding;
import dev.meanwhile.trace.Finding.Severity;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.harvest.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Drafts of the same requirement made one: rows that repeat it, and other documents that quote it. What an earlier
/// document says counts; a later one that says something else is reported.
public final class Joined {
  /// The rule that a disagreement about a wording breaks.
  public static final String RULE = "text-differs";
  private static final int QUOTE_CHARACTERS = 160;

  private final Map<String, Draft> joined = new LinkedHashMap<>();
  private final Map<String, String> firstOf = new LinkedHashMap<>();
  private final List<Finding> contradictions = new ArrayList<>();

  /// Joins what is the same.
  public Joined(List<Draft> drafts) {
    drafts.stream().filter(d -> !d.quoted()).forEach(this::add);
    drafts.stream().filter(Draft::quoted).forEach(this::add);
  }

  /// Each requirement once, where it came first.
  public List<Draft> drafts() {
    return List.copyOf(joined.values());
  }

  /// Where documents disagree about a requirement's wording.
  public List<Finding> contradictions() {
    return contradictions;
  }

  private void add(Draft draft) {
    var id = draft.id();
    if (id == null) {
      joined.put("\0" + joined.size(), draft);
      return;
    }
    var key = id + "\0" + Words.hash(draft.text());
    var first = joined.get(firstOf.computeIfAbsent(id, _ -> key));
    if (joined.containsKey(key)) {
      joined.computeIfPresent(key, (k, known) -> known.with(draft));
    } else if (first != null && (Tables.isNoText(draft.text(), id) || isTitle(draft))) {
      joined.computeIfPresent(String.valueOf(firstOf.get(id)), (k, known) -> known.with(draft));
    } else if (first == null
        || (!draft.quoted() && first.source().file().equals(draft.source().file()))) {
      joined.put(key, draft);
    } else {
      joined.computeIfPresent(String.valueOf(firstOf.get(id)), (k, known) -> known.with(draft));
      contradictions.add(contradiction(id, first, draft));
    }
  }

  /// Whether a document only names what another one states.
  private static boolean isTitle(Draft draft) {
    return draft.quoted() && draft.text().equals(draft.title());
  }

  private static Finding contradiction(String id, Draft first, Draft other) {
    return new Finding(RULE, Severity.WARNING, id,
        Words.shortened(other.text(), QUOTE_CHARACTERS), 0, 0,
        "this document words it otherwise than " + first.source().where(),
        "find out which wording holds, and correct the other", other.source());
  }
}
