package dev.meanwhile.llm.embedded;

import dev.meanwhile.llm.embedded.said.Clauses.Clause;
import dev.meanwhile.llm.embedded.said.Clauses;
import dev.meanwhile.llm.embedded.said.Said;
import dev.meanwhile.llm.embedded.said.SmallTalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads wishes out of a user's words. Rules are tried in order; the first that fits a clause wins.
final class Wishes {
  private static final String SOURCE = "\\b(?:for|from|of|using|with|on|based on|out of|against|in|into account)\\s+(?:(?:this|that|the|these|those|my|our|its|all|an?|following|attached|"
      + "above|below|pasted|given|new|newest|latest|last|existing|same)\\s+)*(?:rtm|traceability matrix|matrix|requirements?(?: list| document)?|specs?|"
      + "specification|files?|documents?|attachments?|csv|pdf|spreadsheet|it|them|that|this)\\b";
  private static final Pattern SOURCES = Pattern.compile(SOURCE);
  private static final Pattern QUESTION = Pattern
      .compile("^(?:what|why|when|who|how|is|are|does|do|did|was)\\b");
  private static final Pattern ARTIFACT_NAME = Pattern.compile(
      "\\b[\\w.-]+\\.(?:py|java|feature|robot|ts|js|csv|xlsx|md|json|html|txt|docx|doc|rst|sdoc|pdf)\\b");

  private static final Pattern CANCEL = Pattern
      .compile("\\b(?:cancel|stop|abort|kill|terminate)\\b");
  private static final Pattern ALL = Pattern
      .compile("\\b(?:all|everything|every task|each of them|both)\\b");
  private static final Pattern RETRY = Pattern.compile(
      "\\b(?:retry|re-?run|restart|redo|try (?:it |that |this |the task |task )?(?:once )?(?:again|anew)|run (?:it|that|the task) (?:once )?again|start (?:it )?(?:again|over))\\b");
  private static final Pattern LIST_TASKS = Pattern.compile(
      "\\b(?:list|show|what|which|see|give|display|view|get)\\b.*\\b(?:tasks|jobs)\\b|^(?:all |my |the )*(?:tasks|jobs)\\b|\\bwhat(?:'s| is)(?: still| currently)? (?:running|pending|going on)\\b|\\banything (?:still )?running\\b|\\bwhich task (?:has |is |was )?(?:failed|running|pending|finished|cancelled|done)\\b"
          + "|\\b(?:what|which(?: ones?)?)(?: has| have| is| are| was| were)? (?:failed|finished|pending|cancelled)\\b");
  private static final Pattern STATUS = Pattern.compile(
      "\\bstatus\\b|\\bprogress\\b|\\beta\\b|\\bhow(?:'s| is| are| did| far| long)\\b.*\\b(?:tasks?|jobs?|it|that|things?|going|doing|coming|run)\\b"
          + "|\\b(?:is|are|has|have|did|was)\\b.*\\b(?:it|that|tasks?|jobs?|they|rtm|analysis|test cases)\\b.*\\b(?:done|ready|finish(?:ed)?|completed?|running|work(?:ed)?|succeed(?:ed)?|fail(?:ed)?|over)\\b"
          + "|\\b(?:done|ready|finished) (?:yet|already)\\b|\\bwhat happened\\b|\\bwhy did\\b.*\\bfail\\b|\\bhow many\\b.*\\b(?:test ?cases?|tests|requirements|gaps|findings|scenarios)\\b|\\b(?:is|are) (?:everything|all of (?:it|them)) (?:done|ready|finished)\\b|\\bwhat(?:'s| is| was| were| are) the (?:results?|outcome|numbers?)\\b|\\bany (?:news|update)s?\\b|\\bcheck (?:on )?(?:my|the|that|this) (?:task|job)\\b"
          + "|\\bwhat(?:'s| is| was) (?:the|my) (?:\\w+ )?(?:task|job)\\b");
  private static final Pattern OUTCOME = Pattern.compile(
      "\\bhow many\\b|\\bresults?\\b|\\boutcome\\b|\\bnumbers?\\b|\\bwhat happened\\b|\\bwhy\\b");
  private static final Pattern MADE = Pattern.compile(
      "\\bwhat(?: files?)?(?:'s| did| has| have| was| were)\\b.*\\b(?:make|made|produced?|generated?|created?|written|write)\\b|\\b(?:list|show|which|what|see|give|display)\\b.*\\b(?:artifacts?|outputs?|(?:generated|created|resulting|produced|my|all) files|files (?:are|do|did|were|exist|have)|results)\\b|^(?:my |the |all )*artifacts\\b"
          + "|\\bwhere (?:is|are|(?:do|can) i (?:find|see|get))\\b.*\\b(?:files|results?|artifacts|outputs?)\\b");
  private static final Pattern HOW_TO = Pattern
      .compile("\\bhow (?:to|(?:do|can|could|should) (?:i|we|you|one))\\b");
  private static final Pattern REQUIREMENTS = Pattern.compile(
      "^(?:please )?(?:show|list|see|view|display|print|give)(?: me)?(?: all)?(?: of)?(?: the| my| its| your)? (?:\\w+ )?requirements\\b");
  private static final Pattern READ = Pattern.compile(
      "\\b(?:show|open|display|print|view|read|let me see|see|give me the|look at|cat|download|export|save|fetch|get me|send me|where is|where are|where's)\\b.*\\b(?:files?|rtm|matrix|test ?cases?|tests|reports?|content|artifact|results?|document|[\\w-]+\\.\\w{2,5})\\b");
  private static final Pattern TEST_FILE = Pattern.compile(
      "\\btests\\b|\\b(?:test|python|pytest|java|junit|gherkin|feature|robot|playwright) files?\\b");
  private static final Pattern COVERAGE = Pattern.compile(
      "\\bcoverage\\b|\\b(?:un)?covered\\b|\\bgap analysis\\b|\\buntested requirements?\\b|\\brequirements? (?:have|has|lack|without|with) (?:no )?tests?\\b");
  private static final Pattern PROCESS = Pattern.compile(
      "\\b(?:process|parse|extract|ingest|analy[sz]e|read|scan|import|digest|go through|show|list)\\b.*\\b(?:files?|documents?|attachments?|attached|pdf|docx|spreadsheet|upload(?:ed)?|[\\w-]+\\.(?:docx|pdf|xlsx|csv|md|txt))\\b");
  private static final Pattern RTM = Pattern.compile(
      "\\brtm\\b|\\btraceability(?: matrix)?\\b|\\btrace matrix\\b|\\btrace\\b.*\\brequirements?\\b|\\brequirements? matrix\\b");
  private static final Pattern TESTS = Pattern.compile(
      "\\btest ?-?cases?\\b|\\bcases\\b|\\btest suites?\\b|\\btest scenarios?\\b|\\bscenarios?\\b|\\btests\\b|\\bfeature files?\\b|\\bunit test\\b|\\b(?:write|generate|create|make) (?:a |an |some |me )*(?:\\w+ )?test\\b");

  private static final Pattern YES = Pattern.compile(
      "^(?:yes|yep|yeah|yup|sure|ok(?:ay)?|go ahead|do it|please do|confirm(?:ed)?|i confirm|proceed|of course|absolutely|right)\\b.*");
  private static final Pattern NO = Pattern
      .compile("^(?:no|nope|don't|do not|never ?mind|leave it|better not)\\b.*");

  /// Not what was done, but the same with another file.
  private static final Pattern CORRECTION = Pattern.compile(
      "\\b(?:i|we) (?:mean|meant)\\b|\\b(?:other|previous|earlier|wrong) (?:file|document|attachment|one)\\b"
          + "|^(?:no|nope|sorry|wait|oops|actually)\\b.*\\b(?:files?|documents?|attachments?|[\\w-]+\\.\\w{2,5})\\b");
  private static final Pattern ANOTHER = Pattern.compile(
      "\\b(?:same|instead|as well|too|also|again|use|using|switch|rather|now)\\b|^(?:in|as|for|with)\\b");

  private final Said said;
  private final Offer offer;
  private final List<Wish> found = new ArrayList<>();

  private Wishes(Said said, Offer offer) {
    this.said = said;
    this.offer = offer;
  }

  /// What was understood.
  ///
  /// @param said the message, with the one before it when it answers a question about that
  /// @param wishes in order, never empty
  record Understood(Said said, List<Wish> wishes) {}

  static Understood in(Talk talk, Offer offer) {
    var said = talk.now().said();
    var confirmed = confirmed(talk);
    if (!confirmed.isEmpty()) {
      return new Understood(said, confirmed);
    }
    var attached = Attached.in(talk);
    var meant = said.files().isEmpty() ? attached.meant(said.wish()) : said.files();
    said = said.with(meant);
    var wishes = new Wishes(said, offer).read();
    var question = Question.askedIn(talk.before().reply());
    if (question.isPresent() && (isSilent(wishes) || isChoice(question.get(), wishes))) {
      said = answer(question.get(), talk);
      wishes = new Wishes(said, offer).read();
    }
    if (isSilent(wishes) && CORRECTION.matcher(said.wish().toLowerCase(Locale.ROOT)).find()) {
      return corrected(talk, offer, attached, said);
    }
    return new Understood(said,
        wishes.isEmpty() ? List.of(new Wish.Say(SmallTalk.answer(said))) : wishes);
  }

  private static List<Wish> confirmed(Talk talk) {
    var lower = talk.now().said().wish().toLowerCase(Locale.ROOT).strip();
    var open = talk.before().calls().stream().filter(Talk.Call::wantsConfirmation).toList();
    boolean isAnswer = YES.matcher(lower).matches() || NO.matcher(lower).matches();
    if (open.isEmpty() || !isAnswer) {
      return List.of();
    }
    return YES.matcher(lower).matches()
        ? open.stream().<Wish>map(Wish.Confirmed::new).toList()
        : List.of(new Wish.Say("All right, I leave it."));
  }

  /// The last wish that started something, with the file that was meant.
  private static Understood corrected(Talk talk, Offer offer, Attached attached, Said said) {
    var earlier = talk.newestFirst().stream().skip(1).map(Talk.Turn::said)
        .filter(it -> new Wishes(it, offer).read().stream().anyMatch(w -> w instanceof Wish.Start))
        .findFirst();
    if (earlier.isEmpty() || said.files().isEmpty()) {
      var names = attached.names();
      return new Understood(said, List.of(new Wish.Say(names.isEmpty()
          ? Question.FILE.text()
          : "Which file do you mean? Name one of these, or attach another: " + names + ".")));
    }
    var again = said.correcting(earlier.get(), said.files());
    return new Understood(again, new Wishes(again, offer).read());
  }

  private static boolean isSilent(List<Wish> wishes) {
    return wishes.stream().allMatch(it -> it instanceof Wish.Say);
  }

  private static boolean isChoice(Question question, List<Wish> wishes) {
    boolean asksWhat = question == Question.WHAT_WITH_TEXT || question == Question.WHAT_WITH_FILE;
    return asksWhat && wishes.stream().anyMatch(it -> it instanceof Wish.Start);
  }

  private static Said answer(Question question, Talk talk) {
    var said = talk.now().said();
    var earlier = talk.before().said();
    if (question == Question.PROJECT) {
      var named = new Said(said.news(), said.projectId(), said.files(), "project " + said.wish(),
          "", "", "");
      return named.answering(earlier);
    }
    return said.answering(earlier);
  }

  private List<Wish> read() {
    for (var clause : Clauses.in(said.wish())) {
      wish(clause).ifPresent(found::add);
    }
    for (var clause : Clauses.in(said.afterthought())) {
      wish(clause).filter(it -> it instanceof Wish.Start).ifPresent(found::add);
    }
    doubt().ifPresent(found::add);
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

  private static final List<BiFunction<Wishes, Clause, Optional<Wish>>> RULES = List.of(
      (it, clause) -> it.when(CANCEL, clause, Wishes::cancelling),
      (it, clause) -> it.when(RETRY, clause, text -> new Wish.Retry(Which.in(text))),
      (it, clause) -> it.when(LIST_TASKS, clause, text -> new Wish.ListTasks(status(text))),
      (it, clause) -> it.when(STATUS, clause, Wishes::howItStands),
      Wishes::custom, Wishes::file,
      (it, clause) -> it.when(MADE, clause, text -> new Wish.ListArtifacts(Which.in(text))),
      Wishes::reading, Wishes::start, Wishes::forAnotherFramework,
      (it, clause) -> it.when(KnownTasks.ID, clause,
          text -> new Wish.Status(Which.in(text), false)));

  private Optional<Wish> when(Pattern pattern, Clause clause,
      java.util.function.Function<String, Wish> wish) {
    return pattern.matcher(clause.text()).find()
        ? Optional.of(wish.apply(clause.text()))
        : Optional.empty();
  }

  private Optional<Wish> custom(Clause clause) {
    return offer.customLike(clause.text()).map(tool -> new Wish.Custom(clause.chained(), tool));
  }

  /// Reading a file that is attached is a task; reading one that was made is not.
  private Optional<Wish> file(Clause clause) {
    var goal = SOURCES.matcher(clause.text()).replaceAll(" ");
    boolean hasOtherGoal = RTM.matcher(goal).find() || TESTS.matcher(goal).find()
        || COVERAGE.matcher(goal).find();
    boolean fits = PROCESS.matcher(clause.text()).find() && !hasOtherGoal;
    boolean isAboutUpload = !said.files().isEmpty() || !READ.matcher(clause.text()).find()
        || clause.text()
            .matches(".*\\b(?:process|parse|extract|ingest|analy[sz]e|scan|import)\\b.*");
    return fits && isAboutUpload && !MADE.matcher(clause.text()).find()
        ? Optional.of(new Wish.ReadFile(clause.chained()))
        : Optional.empty();
  }

  private Optional<Wish> reading(Clause clause) {
    var text = clause.text();
    if (REQUIREMENTS.matcher(text).find() && found.isEmpty() && said.files().isEmpty()) {
      return Optional.of(new Wish.Read("rtm", null, null));
    }
    if (!READ.matcher(text).find() || HOW_TO.matcher(text).find()
        || text.matches(".*\\bcoverage (?:of|for)\\b.*")) {
      return Optional.empty();
    }
    return Optional.of(new Wish.Read(kind(text), name(text), id(text)));
  }

  private Optional<Wish> start(Clause clause) {
    var text = clause.text();
    if (COVERAGE.matcher(text).find() && !text.matches("^(?:what is|what's) (?:test )?coverage$")) {
      boolean follows = found.stream().anyMatch(it -> it instanceof Wish.Start)
          && !clause.together();
      return Optional.of(new Wish.Coverage(clause.chained() || follows, Options.project(text)));
    }
    if (QUESTION.matcher(text).find()) {
      return Optional.empty();
    }
    var goal = SOURCES.matcher(withoutOptions(text)).replaceAll(" ");
    if (TESTS.matcher(goal).find()) {
      return Optional.of(new Wish.TestCases(clause.chained()));
    }
    return RTM.matcher(goal).find()
        ? Optional.of(new Wish.Rtm(clause.chained()))
        : Optional.empty();
  }

  /// Test cases once more: "the same for JUnit".
  private Optional<Wish> forAnotherFramework(Clause clause) {
    boolean fits = found.isEmpty() && !QUESTION.matcher(clause.text()).find()
        && ANOTHER.matcher(clause.text()).find() && Options.framework(clause.text()) != null;
    return fits ? Optional.of(new Wish.TestCases(clause.chained())) : Optional.empty();
  }

  private static Wish cancelling(String text) {
    var which = Which.in(text);
    return which.id() == null && ALL.matcher(text).find()
        ? new Wish.CancelAll(which)
        : new Wish.Cancel(which);
  }

  private static Wish howItStands(String text) {
    var which = Which.in(text);
    return which.id() == null
        && text.matches(".*\\b(?:tasks|jobs|things|everything|all of (?:it|them))\\b.*")
            ? new Wish.ListTasks(null)
            : new Wish.Status(which, OUTCOME.matcher(text).find());
  }

  private static String withoutOptions(String text) {
    var bare = Options.WITHOUT_NEGATIVES.matcher(text).replaceAll(" ");
    return Options.WITH_NEGATIVES.matcher(bare).replaceAll(" ");
  }

  private static @Nullable String id(String text) {
    var found = KnownTasks.ID.matcher(text);
    return found.find() ? found.group() : null;
  }

  private static @Nullable String name(String text) {
    var found = ARTIFACT_NAME.matcher(text);
    return found.find() ? found.group() : null;
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
    if (text.matches(".*\\b(?:rtm|matrix)\\b.*")) {
      return "rtm";
    }
    if (text.contains("coverage") || text.contains("report")) {
      return "coverage";
    }
    return text.matches(".*\\btest ?cases?\\b.*")
        ? "test_cases"
        : TEST_FILE.matcher(text).find() ? "tests" : null;
  }
}
