package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.IdOrigin;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Verification;
import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/// Finds the requirements in passages: explicit IDs, rows of requirement tables, and prose that binds. A statement
/// without an ID gets one that is made from its wording.
public final class Extraction {
  private final List<Draft> drafts = new ArrayList<>();
  private final Map<String, Integer> generated = new HashMap<>();

  private Extraction() {}

  /// The matrix of a document's passages.
  public static Rtm of(List<Passage> passages) {
    return of(passages, done -> {});
  }

  /// The matrix of a document's passages.
  ///
  /// @param progress told after each passage how many are done; what it throws ends the extraction
  public static Rtm of(List<Passage> passages, IntConsumer progress) {
    var extraction = new Extraction();
    extraction.read(passages, progress);
    return extraction.matrix();
  }

  /// The matrix of a text that is known to hold requirements: if nothing in it has an ID or a modal word, each of its
  /// paragraphs, items and rows is a candidate.
  public static Rtm ofStatements(List<Passage> passages, IntConsumer progress) {
    var found = of(passages, progress);
    if (!found.requirements().isEmpty() || !found.candidates().isEmpty()) {
      return found;
    }
    var extraction = new Extraction();
    passages.stream().filter(p -> p.kind() != Passage.Kind.HEADING && p.kind() != Passage.Kind.CODE)
        .filter(p -> !p.text().isBlank())
        .forEach(p -> extraction.drafts
            .add(Draft.of(null, null, p.text().strip(), Tier.CANDIDATE, p.source())));
    return extraction.matrix();
  }

  /// Words of a document that somebody takes for a requirement.
  ///
  /// @param words as they stand in the passage, on one line
  public record Quote(Passage passage, String words, Tier tier) {}

  /// The matrix with quotes added: one that the matrix has as a candidate is raised, one that it hasn't is new. Nothing is
  /// taken away.
  public static Rtm with(Rtm rtm, List<Quote> quotes) {
    var requirements = new ArrayList<>(rtm.requirements());
    var candidates = new ArrayList<>(rtm.candidates());
    var known = new ArrayList<>(requirements.stream().map(r -> Words.oneLine(r.text())).toList());
    for (var quote : quotes) {
      var same = candidates.stream().filter(c -> overlap(Words.oneLine(c.text()), quote.words()))
          .findFirst();
      if (known.stream().anyMatch(k -> overlap(k, quote.words()))
          || (same.isPresent() && quote.tier() == Tier.CANDIDATE)) {
        continue;
      }
      same.ifPresent(candidates::remove);
      var requirement = same.map(c -> c.raised()).orElseGet(() -> quoted(quote));
      (quote.tier() == Tier.REQUIREMENT ? requirements : candidates).add(requirement);
      known.add(Words.oneLine(requirement.text()));
    }
    return Rtm.of(requirements, candidates, rtm.links());
  }

  private static boolean overlap(String one, String other) {
    return one.contains(other) || other.contains(one);
  }

  private static Requirement quoted(Quote quote) {
    var draft = Draft.of(null, null, quote.words(), quote.tier(), quote.passage().source());
    return new Extraction().requirement(draft, Set.of());
  }

  /// Whether a row is the header of a table of requirements.
  public static boolean isHeader(List<String> cells) {
    return Columns.of(cells) != null;
  }

  private void read(List<Passage> passages, IntConsumer progress) {
    var prose = new Prose(drafts);
    var tables = new Tables(drafts);
    for (int i = 0; i < passages.size(); i++) {
      var passage = passages.get(i);
      prose.passage(passage);
      if (passage.kind() == Passage.Kind.ROW) {
        tables.row(passage);
      }
      progress.accept(i + 1);
    }
    prose.end();
  }

  private Rtm matrix() {
    var joined = joined();
    var requirements = new ArrayList<Requirement>();
    var candidates = new ArrayList<Requirement>();
    var links = new LinkedHashSet<Link>();
    var ids = ids(joined);
    for (var draft : joined) {
      var requirement = requirement(draft, ids);
      (draft.tier() == Tier.REQUIREMENT ? requirements : candidates).add(requirement);
      requirement.parents()
          .forEach(p -> links.add(new Link(requirement.id(), Link.Type.PARENT, p)));
      draft.tests().forEach(t -> links.add(new Link(requirement.id(), Link.Type.TEST, t)));
    }
    return Rtm.of(requirements, candidates, List.copyOf(links));
  }

  private static Set<String> ids(List<Draft> drafts) {
    var ids = new LinkedHashSet<String>();
    drafts.stream().map(Draft::id).filter(id -> id != null).forEach(ids::add);
    return ids;
  }

  /// Rows that say the same of the same ID are one requirement with the tests of all of them.
  private List<Draft> joined() {
    var joined = new LinkedHashMap<String, Draft>();
    for (var draft : drafts) {
      var key = draft.id() == null
          ? "\0" + joined.size()
          : draft.id() + "\0" + Words.hash(draft.text());
      joined.merge(key, draft, Extraction::together);
    }
    return List.copyOf(joined.values());
  }

  private static Draft together(Draft first, Draft again) {
    var tests = new LinkedHashSet<>(first.tests());
    tests.addAll(again.tests());
    var parents = new LinkedHashSet<>(first.parents());
    parents.addAll(again.parents());
    return new Draft(first.id(), first.title(), first.text(), first.tier(), first.source(),
        first.status(),
        first.method(), first.priority(), first.rationale(), List.copyOf(parents),
        List.copyOf(tests));
  }

  private Requirement requirement(Draft draft, Set<String> ids) {
    var explicit = draft.id();
    var id = explicit != null ? explicit : generatedId(draft.text());
    return new Requirement(id, Requirement.titleOf(draft.title(), id, draft.text()), draft.text(),
        Requirement.Status.of(draft.status(), draft.text()), draft.tier(),
        explicit != null ? IdOrigin.EXPLICIT : IdOrigin.GENERATED,
        draft.method() == null ? null : Verification.of(draft.method()), draft.priority(),
        draft.rationale(), parents(draft, id, ids), draft.source(), Words.hash(draft.text()));
  }

  private String generatedId(String text) {
    var id = Ids.generated(text);
    int times = generated.merge(id, 1, Integer::sum);
    return times == 1 ? id : id + "-" + times;
  }

  private static List<String> parents(Draft draft, String id, Set<String> ids) {
    var parents = new LinkedHashSet<>(draft.parents());
    var above = Ids.above(id);
    if (above != null && ids.contains(above)) {
      parents.add(above);
    }
    return List.copyOf(parents);
  }
}
