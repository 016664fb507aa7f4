package dev.meanwhile.llm.embedded.said;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What needs no tool.
public final class SmallTalk {
  private static final String ABILITIES = """
    I can, in the background:
    - generate test cases from an RTM or requirements (pytest, JUnit, Gherkin, Robot Framework, Playwright)
    - generate an RTM from requirements you paste or files you attach
    - analyse the coverage of a project
    - process files

    You can chain them ("make an RTM from this file, then test cases, and coverage after that"), ask how a task is \
    doing, list, cancel or retry tasks, look at what they made, and ask what the reports know ("what changed?", "which \
    requirements have no test?", "any advice?").""";
  private static final String UNKNOWN = "I can't help with that: I'm the built-in rule-based model and only know this server's own tasks. "
      + ABILITIES;

  private record Answer(Pattern to, String text) {
    private Answer(String to, String text) {
      this(Pattern.compile(to), text);
    }
  }

  private static final List<Answer> ANSWERS = List.of(
      new Answer("\\bwhat(?:'s| is| are) (?:an? |the )?(?:rtm|traceability matrix)\\b",
          "An RTM, a requirements traceability matrix, lists each requirement with an ID, its text, where it comes from "
              + "and what it is linked to. I make one from requirements you paste or files you attach."),
      new Answer("\\bwhat(?:'s| is) (?:the |test )?coverage\\b",
          "Coverage is the share of a project's requirements that have at least one test case. Say \"run coverage\" and I "
              + "measure it."),
      new Answer("\\bwhat(?:'s| is| are) (?:an? )?test ?cases?\\b",
          "A test case says what is done and what must come of it, for one requirement. I generate them from an RTM or from "
              + "requirements."),
      new Answer(
          "\\b(?:connect|configure|set up|add|use|plug in) (?:an?(?:other)?|my|our|the) (?:\\w+ )?(?:model|llm)\\b",
          "An operator connects a model by its address, `MEANWHILE_LLM_BASE_URL`, or its key, `MEANWHILE_LLM_API_KEY`, "
              + "before the server starts. The README says more."),
      new Answer(
          "\\b(?:which|what) (?:language |kind of |type of )?(?:model|llm|ai|bot|version)\\b|\\bare you (?:an? )?(?:gpt|claude|chat ?gpt|ai|bot|human|real|llm|robot|model|gemini)\\b|\\b(?:who|what) are you\\b|\\byour name\\b",
          "I'm the built-in model of this server: rules, not a neural network. I work offline. "
              + "An operator can connect a language model over the OpenAI protocol instead."),
      new Answer(
          "\\bhow (?:to|(?:do|can|could|should) (?:i|we|you|one))\\b.*\\b(?:download|save|open|see|view|get)\\b",
          "Each task's card lists the files it made, with Preview and Download. \"What did it make?\" lists them here, "
              + "and \"show coverage.csv\" shows one."),
      new Answer(
          "\\bwhat (?:can|do) you\\b|\\bhelp\\b|\\bhow (?:do|can|does) (?:i|this|it)\\b|\\bcapabilit|\\bwhat (?:is|are) (?:possible|my options|the commands)\\b|\\bwhat (?:can|could|should) i\\b|\\bcommands\\b",
          ABILITIES),
      new Answer(
          "^(?:thanks?|thank you|thx|cheers|great|cool|nice|perfect|awesome|got it|good job|well done|wonderful|ok(?:ay)?|fine|alright)\\b.*",
          "You're welcome."),
      new Answer("^(?:bye|goodbye|see you|good night|cu)\\b.*",
          "Goodbye. Your tasks go on, and their results will be here."),
      new Answer(
          "^(?:hi|hello|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|moin|servus)\\b.*",
          "Hello. What shall be tested? I can generate test cases and RTMs, analyse coverage and process files, "
              + "all in the background."),
      new Answer("^(?:yes|yep|yeah|sure|no|nope|go ahead|do it|never ?mind)\\b.*",
          "There is nothing open that I asked you. What shall I do?"));

  private SmallTalk() {}

  /// What to say to it.
  public static String answer(Said said) {
    var lower = said.wish().toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
    if (lower.isEmpty()) {
      return said.news().isEmpty() ? "Hello. What shall be tested?" : "";
    }
    return ANSWERS.stream().filter(it -> it.to().matcher(lower).find()).findFirst()
        .map(Answer::text).or(() -> Languages.refusal(lower)).orElse(UNKNOWN);
  }
}
