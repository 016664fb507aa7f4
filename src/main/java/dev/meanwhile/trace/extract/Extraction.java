package dev.meanwhile.trace.extract;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Ears;
import dev.meanwhile.trace.Finding;
import dev.meanwhile.trace.Finding.Severity;
import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.IdOrigin;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Verification;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.harvest.Draft;
import dev.meanwhile.trace.extract.harvest.Draft.Beside;
import dev.meanwhile.trace.extract.harvest.Harvest;
import dev.meanwhile.trace.extract.harvest.Mention;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.id.Labels;
import dev.meanwhile.trace.extract.id.References;
import dev.meanwhile.trace.extract.id.TestName;
import dev.meanwhile.trace.extract.sentence.Wording;
import dev.meanwhile.trace.extract.prose.Needs;
import dev.meanwhile.trace.extract.prose.Prose;
import dev.meanwhile.trace.extract.prose.Records;
import dev.meanwhile.trace.extract.statement.Fields;
import dev.meanwhile.trace.extract.table.Header;
import dev.meanwhile.trace.extract.table.Joined;
import dev.meanwhile.trace.extract.table.Tables;
import dev.meanwhile.trace.quality.Quality;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the requirements in passages: explicit IDs, rows of requirement tables, and prose that binds. A statement
/// without an ID gets one that is made from its wording.
public final class Extraction {
  private static final Phrases NO_PARENT = Phrasebook.of(Extraction.class).phrases("no parent");
  /// The share of the work that going through the text is, in percent; putting together what was found is the rest.
  private static final int TEXT = 70;

  private final Harvest harvest = new Harvest();
  private final Gone gone = new Gone();
  private final Map<String, Integer> generated = new HashMap<>();

  private Extraction() {}

  /// The matrix of a document's passages.
  public static Rtm of(List<Passage> passages) {
    return of(passages, done -> {});
  }

  /// Hears how far an extraction is; what it throws ends the extraction.
  @FunctionalInterface
  public interface Watch {
    /// This share of the text is read. Told again and again, also while it stays the same.
    void read(int percent);

    /// So many requirements and candidates were found; the rules come next.
    default void found(int requirements) {}

    /// The rules have looked at the wording of so many requirements.
    default void wordings(int done, int all) {}
  }

  /// The matrix of a document's passages.
  public static Rtm of(List<Passage> passages, Watch watch) {
    var extraction = new Extraction();
    extraction.read(passages, watch);
    return extraction.matrix(watch);
  }

  /// The matrix of a text that is known to hold requirements: if nothing in it has an ID or a modal word, each of its
  /// paragraphs, items and rows is a candidate.
  public static Rtm ofStatements(List<Passage> passages, Watch watch) {
    var found = of(passages, watch);
    if (!found.requirements().isEmpty() || !found.candidates().isEmpty()) {
      return found;
    }
    var extraction = new Extraction();
    passages.stream().filter(p -> p.kind() != Passage.Kind.HEADING && p.kind() != Passage.Kind.CODE)
        .filter(p -> !p.text().isBlank())
        .forEach(p -> extraction.harvest
            .add(Draft.of(null, null, p.text().strip(), Tier.CANDIDATE, p.source())));
    return extraction.matrix(watch);
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
    var byModel = new ArrayList<Finding>();
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
      byModel.add(foundByModel(requirement, quote));
    }
    var findings = new ArrayList<>(Quality.findings(requirements));
    rtm.findings().stream().filter(f -> f.rule().equals(Joined.RULE)).forEach(findings::add);
    findings.addAll(byModel);
    return Rtm.of(requirements, candidates, all(rtm), findings).withNotes(rtm.notes());
  }

  private static Finding foundByModel(Requirement requirement, Quote quote) {
    int start = Math.max(0, requirement.text().indexOf(quote.words()));
    return new Finding("found-by-model", Severity.INFO, requirement.id(), quote.words(), start,
        Math.min(requirement.text().length(), start + quote.words().length()),
        "a model took these words for a " + quote.tier() + "; the rules didn't",
        "confirm it, or mark it as information", requirement.source());
  }

  private static List<Link> all(Rtm rtm) {
    return Stream.concat(rtm.links().stream(), rtm.unknown().stream()).toList();
  }

  private static boolean overlap(String one, String other) {
    return one.contains(other) || other.contains(one);
  }

  private static Requirement quoted(Quote quote) {
    var draft = Draft.of(null, null, quote.words(), quote.tier(), quote.passage().source());
    return new Extraction().requirement(draft, List.of());
  }

  /// Whether a row is the header of a table of requirements.
  public static boolean isHeader(List<String> cells) {
    var header = Header.of(cells);
    return header != null && header.ofRequirements() != null;
  }

  /// Whether a line begins with a label and a colon, as what is said beside a requirement does.
  public static boolean isLabelled(String line) {
    return Fields.ofLine(line) != null;
  }

  private void read(List<Passage> written, Watch watch) {
    var passages = Records
        .marked(Captions.marked(TestSections
            .without(Openings.marked(Portions.unmarked(written)), harvest)));
    var test = new TestName();
    var prose = new Prose(harvest);
    var tables = new Tables(harvest, test);
    var needs = new Needs(harvest);
    long all = passages.stream().mapToLong(p -> p.text().length() + 1L).sum();
    long done = 0;
    for (var passage : passages) {
      test.look(passage);
      for (var piece : Pieces.of(passage)) {
        var rest = gone.without(piece);
        if (!rest.text().isBlank() || piece.text().isBlank()) {
          prose.passage(Labels.spelled(rest));
        }
        done += piece.text().length();
        watch.read((int) (TEXT * done / all));
      }
      done++;
      switch (passage.kind()) {
        case ROW -> tables.row(passage);
        case NEED -> needs.need(passage);
        case HEADING, PARAGRAPH, ITEM, CODE -> {
        }
      }
    }
    prose.end();
  }

  private Rtm matrix(Watch watch) {
    var joined = new Joined(
        gone.applied(harvest.drafts()).stream().map(Extraction::ofTest).toList());
    var references = references(joined.drafts());
    var requirements = new ArrayList<Requirement>();
    var candidates = new ArrayList<Requirement>();
    var links = new LinkedHashMap<String, Link>();
    int all = joined.drafts().size() + harvest.mentions().size() + 1;
    int done = 0;
    for (var draft : joined.drafts()) {
      watch.read(TEXT + (100 - TEXT) * ++done / all);
      var requirement = requirement(draft, parents(draft, references));
      (draft.tier() == Tier.REQUIREMENT ? requirements : candidates).add(requirement);
      requirement.parents()
          .forEach(p -> add(new Link(requirement.id(), Link.Type.PARENT, p), links));
    }
    for (var mention : harvest.mentions()) {
      watch.read(TEXT + (100 - TEXT) * ++done / all);
      mentioned(mention, references, links);
    }
    watch.found(requirements.size() + candidates.size());
    var findings = new ArrayList<>(Quality.findings(requirements, watch::wordings));
    findings.addAll(joined.contradictions());
    return Rtm.of(requirements, candidates, List.copyOf(links.values()), findings);
  }

  /// What has a test's ID and binds nobody is the title of that test, wherever it stands outside of a table.
  private static Draft ofTest(Draft draft) {
    boolean isTitle = draft.id() != null && Ids.isTest(draft.id()) && draft.source().row() == null
        && !Words.binds(draft.text());
    return isTitle ? draft.withTier(Tier.CANDIDATE) : draft;
  }

  private References references(List<Draft> drafts) {
    var ids = drafts.stream().map(Draft::id).filter(Objects::nonNull).toList();
    var mentioned = new LinkedHashMap<String, List<String>>();
    harvest.drafts().stream().filter(d -> d.id() != null)
        .forEach(d -> mentioned.computeIfAbsent(d.source().file(), f -> new ArrayList<>())
            .add(String.valueOf(d.id())));
    for (var mention : harvest.mentions()) {
      Ids.in(mention.references()).forEach(place -> mentioned
          .computeIfAbsent(mention.file(), f -> new ArrayList<>()).add(place.id()));
    }
    return new References(ids, mentioned);
  }

  private static void mentioned(Mention mention, References references, Map<String, Link> links) {
    for (var id : references.in(mention.references(), mention.file())) {
      if (mention.type() == Link.Type.PARENT && !references.isKnown(id)) {
        continue; // what implements a requirement is named beside it too
      }
      add(new Link(id, mention.type(), mention.target(), mention.steps(), mention.result(),
          mention.suspect()), links);
    }
  }

  /// The same link twice is one with the steps of both and the later result.
  private static void add(Link link, Map<String, Link> links) {
    links.merge(link.requirementId() + "\0" + link.type() + "\0" + link.target(), link,
        (one, again) -> {
          var steps = new LinkedHashSet<>(one.steps());
          steps.addAll(again.steps());
          return new Link(one.requirementId(), one.type(), one.target(), List.copyOf(steps),
              again.result() == null ? one.result() : again.result(),
              one.suspect() || again.suspect());
        });
  }

  private Requirement requirement(Draft draft, List<String> parents) {
    var explicit = draft.id();
    var id = explicit != null ? explicit : generatedId(draft.text());
    var method = draft.beside(Beside.METHOD);
    var text = Wording.unmarked(draft.text());
    var analysed = Words.analysed(text);
    return new Requirement(id, Requirement.titleOf(unmarked(draft.title()), id, text), text,
        Requirement.Status.of(draft.beside(Beside.STATUS), text), Ears.of(analysed),
        Requirement.Kind.of(draft.beside(Beside.KIND), analysed), draft.tier(),
        explicit != null ? IdOrigin.EXPLICIT : IdOrigin.GENERATED,
        method == null ? null : Verification.of(method), unmarked(draft.beside(Beside.PRIORITY)),
        unmarked(draft.beside(Beside.RATIONALE)), parents, draft.source(), Words.hash(text));
  }

  private static @Nullable String unmarked(@Nullable String text) {
    return text == null ? null : Wording.unmarked(text);
  }

  private String generatedId(String text) {
    var id = Ids.generated(text);
    int times = generated.merge(id, 1, Integer::sum);
    return times == 1 ? id : id + "-" + times;
  }

  /// What the document states, and the ID one level up in its numbering if there is one.
  private static List<String> parents(Draft draft, References references) {
    var parents = new LinkedHashSet<String>();
    var file = draft.source().file();
    for (var stated : draft.parents()) {
      if (NO_PARENT.are(stated)) {
        continue;
      }
      var ids = References.isList(stated) ? references.in(stated, file) : List.<String>of();
      parents.addAll(ids.isEmpty() ? List.of(stated) : ids);
    }
    for (var above = draft.id() == null ? null : Ids.above(draft.id()); above != null; above = Ids
        .above(above)) {
      if (references.isKnown(above)) {
        parents.add(above);
        break;
      }
    }
    parents.remove(String.valueOf(draft.id()));
    return List.copyOf(parents);
  }
}
