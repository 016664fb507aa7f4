package dev.meanwhile.llm.embedded.wish;

import dev.meanwhile.llm.embedded.said.Clauses;
import dev.meanwhile.llm.embedded.said.Clauses.Clause;
import dev.meanwhile.llm.embedded.said.Said;
import dev.meanwhile.phrase.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the wishes out of one message, clause by clause. Rules are tried in order; the first that fits a clause wins.
final class Reading {
  private final Said said;
  private final Offer offer;
  private final List<Wish> found = new ArrayList<>();

  private Reading(Said said, Offer offer) {
    this.said = said;
    this.offer = offer;
  }

  /// What a message asks for, in order; empty when nothing was understood.
  static List<Wish> of(Said said, Offer offer) {
    return new Reading(said, offer).read();
  }

  private List<Wish> read() {
    for (var clause : Clauses.in(said.wish())) {
      wish(clause).ifPresent(found::add);
    }
    for (var clause : Clauses.in(said.afterthought())) {
      wish(clause).filter(it -> it instanceof Wish.Start).ifPresent(found::add);
    }
    doubt().ifPresent(found::add);
    one().ifPresent(found::add);
    bare().ifPresent(found::add);
    return withMatrixBetween();
  }

  /// Nothing is started on words that may be the document's own, and the user hears of it.
  private Optional<Wish> doubt() {
    boolean asksForMore = Clauses.in(said.doubtful()).stream()
        .anyMatch(clause -> wish(clause).filter(it -> it instanceof Wish.Start).isPresent());
    return asksForMore && !found.isEmpty()
        ? Optional
            .of(new Wish.Say("The text ends with \u201c%s\u201d. I took that for a part of it: "
                .formatted(said.doubtful()) + "if you want it done, tell me."))
        : Optional.empty();
  }

  /// Test cases are made from a matrix, and coverage is measured against one: a file, or a text whose coverage is wanted
  /// next, needs one first.
  private List<Wish> withMatrixBetween() {
    var wishes = new ArrayList<Wish>();
    for (var wish : found) {
      boolean hasMatrix = wishes.stream().anyMatch(it -> it instanceof Wish.Rtm);
      if (wish instanceof Wish.TestCases(boolean chained) && !hasMatrix && needsMatrix()) {
        wishes.add(new Wish.Rtm(chained));
      }
      wishes.add(wish);
    }
    return wishes;
  }

  private boolean needsMatrix() {
    return said.document().isBlank()
        ? !said.files().isEmpty()
        : found.stream().anyMatch(it -> it instanceof Wish.Coverage(boolean chained, _) && chained);
  }

  /// A requirement's ID and nothing else, as in "And REQ-2?".
  private Optional<Wish> one() {
    return found.isEmpty() && said.document().isBlank() && offer.has(Offer.READ_REPORT)
        ? ReportQuestions.about(said.wish().toLowerCase(Locale.ROOT).strip())
        : Optional.empty();
  }

  /// A document or a file with no wish at all.
  private Optional<Wish> bare() {
    if (!found.isEmpty() || said.wish().length() > 40) {
      return Optional.empty();
    }
    if (!said.document().isBlank()) {
      return Optional.of(new Wish.Say(Question.WHAT_WITH_TEXT.text()));
    }
    return said.files().isEmpty()
        ? Optional.empty()
        : Optional.of(new Wish.Say(Question.WHAT_WITH_FILE.text()));
  }

  private Optional<Wish> wish(Clause clause) {
    return RULES.stream().map(rule -> rule.apply(this, clause)).flatMap(Optional::stream)
        .findFirst();
  }

  private static final List<BiFunction<Reading, Clause, Optional<Wish>>> RULES = List.of(
      (it, clause) -> it.when(Cues.CANCEL, clause, Reading::cancelling),
      (it, clause) -> it.when(Cues.RETRY, clause, text -> new Wish.Retry(Which.in(text))),
      (it, clause) -> it.when(Cues.LIST_TASKS, clause, text -> new Wish.ListTasks(status(text))),
      Reading::counting,
      (it, clause) -> it.when(Cues.STATUS, clause, Reading::howItStands),
      Reading::custom, Reading::asking, Reading::file,
      (it, clause) -> it.when(Cues.MADE, clause, text -> new Wish.ListArtifacts(Which.in(text))),
      Reading::reading, Reading::start, Reading::forAnotherFramework,
      Reading::naming);

  private Optional<Wish> when(Phrases cue, Clause clause, Function<String, Wish> wish) {
    return cue.areIn(clause.text())
        ? Optional.of(wish.apply(clause.text()))
        : Optional.empty();
  }

  private Optional<Wish> custom(Clause clause) {
    return offer.customLike(clause.text()).map(tool -> new Wish.Custom(clause.chained(), tool));
  }

  private Optional<Wish> counting(Clause clause) {
    return offer.has(Offer.READ_REPORT)
        ? ReportQuestions.count(clause.text())
        : Optional.empty();
  }

  private Optional<Wish> asking(Clause clause) {
    return offer.has(Offer.READ_REPORT) ? ReportQuestions.in(clause.text()) : Optional.empty();
  }

  /// Reading a file that is attached is a task; reading one that was made is not.
  private Optional<Wish> file(Clause clause) {
    var goal = Cues.SOURCES.cutFrom(clause.text());
    boolean hasOtherGoal = Cues.RTM.areIn(goal) || Cues.TESTS.areIn(goal)
        || Cues.COVERAGE.areIn(goal);
    boolean fits = Cues.PROCESS.areIn(clause.text()) && !hasOtherGoal;
    boolean isAboutUpload = !said.files().isEmpty() || !Cues.READ.areIn(clause.text())
        || Cues.UPLOAD.areIn(clause.text());
    return fits && isAboutUpload && !Cues.MADE.areIn(clause.text())
        ? Optional.of(new Wish.ReadFile(clause.chained()))
        : Optional.empty();
  }

  private Optional<Wish> reading(Clause clause) {
    var text = clause.text();
    if (Cues.REQUIREMENTS.areIn(text) && found.isEmpty() && said.files().isEmpty()) {
      return Optional.of(new Wish.Read("rtm", null, null));
    }
    if (!Cues.READ.areIn(text) || Cues.HOW_TO.areIn(text)
        || Cues.COVERAGE_OF.areIn(text)) {
      return Optional.empty();
    }
    return Optional.of(new Wish.Read(kind(text), name(text), id(text)));
  }

  private Optional<Wish> start(Clause clause) {
    var text = clause.text();
    if (Cues.COVERAGE.areIn(text)
        && !Cues.WHAT_IS_COVERAGE.areIn(text)) {
      boolean follows = found.stream().anyMatch(it -> it instanceof Wish.Start)
          && !clause.together();
      return Optional.of(new Wish.Coverage(clause.chained() || follows, Options.project(text)));
    }
    if (Cues.QUESTION.areIn(text)) {
      return Optional.empty();
    }
    var goal = Cues.SOURCES.cutFrom(withoutOptions(text));
    if (Cues.TESTS.areIn(goal)) {
      return Optional.of(new Wish.TestCases(clause.chained()));
    }
    return Cues.RTM.areIn(goal)
        ? Optional.of(new Wish.Rtm(clause.chained()))
        : Optional.empty();
  }

  /// Test cases once more: "the same for JUnit".
  private Optional<Wish> forAnotherFramework(Clause clause) {
    boolean fits = found.isEmpty() && !Cues.QUESTION.areIn(clause.text())
        && Cues.ANOTHER.areIn(clause.text()) && Options.framework(clause.text()) != null;
    return fits ? Optional.of(new Wish.TestCases(clause.chained())) : Optional.empty();
  }

  /// Nothing but a task's ID says enough.
  private Optional<Wish> naming(Clause clause) {
    var which = Which.in(clause.text());
    return Optional.ofNullable(which.id()).map(_ -> new Wish.Status(which, false));
  }

  private static Wish cancelling(String text) {
    var which = Which.in(text);
    return which.id() == null && Cues.ALL.areIn(text)
        ? new Wish.CancelAll(which)
        : new Wish.Cancel(which);
  }

  private static Wish howItStands(String text) {
    var which = Which.in(text);
    return which.id() == null
        && Cues.SEVERAL.areIn(text)
            ? new Wish.ListTasks(null)
            : new Wish.Status(which, Cues.OUTCOME.areIn(text));
  }

  private static String withoutOptions(String text) {
    return Options.WITH_NEGATIVES.cutFrom(Options.WITHOUT_NEGATIVES.cutFrom(text));
  }

  private static @Nullable String id(String text) {
    var found = KnownTasks.ID.matcher(text);
    return found.find() ? found.group() : null;
  }

  /// The end of the name of the file that is meant, if it is named or its form is.
  private static @Nullable String name(String text) {
    var found = Cues.ARTIFACT_NAME.matcher(text);
    return found.find()
        ? found.group()
        : Cues.Form.in(text).orElse(null);
  }

  private static @Nullable String status(String text) {
    for (var status : List.of("running", "pending", "completed", "failed", "cancelled")) {
      if (text.contains(status)) {
        return status;
      }
    }
    return text.contains("finished") ? "completed" : null;
  }

  private static @Nullable String kind(String text) {
    if (Cues.MATRIX_FILE.areIn(text)) {
      return "rtm";
    }
    if (text.contains("coverage") || text.contains("report")) {
      return "coverage";
    }
    return Cues.TEST_CASES_FILE.areIn(text)
        ? "test_cases"
        : Cues.TEST_FILE.areIn(text) ? "tests" : null;
  }
}
