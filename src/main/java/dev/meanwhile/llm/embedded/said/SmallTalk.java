package dev.meanwhile.llm.embedded.said;

import dev.meanwhile.phrase.Phrasebook;
import java.util.Arrays;
import java.util.Locale;

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

  private static final Phrasebook BOOK = Phrasebook.of(SmallTalk.class);

  /// What is said, and what to say to it.
  private enum Topic {
    WHAT_IS_A_MATRIX(
        "An RTM, a requirements traceability matrix, lists each requirement with an ID, its text, where it comes from "
            + "and what it is linked to. I make one from requirements you paste or files you attach."),
    WHAT_IS_COVERAGE(
        "Coverage is the share of a project's requirements that have at least one test case. Say \"run coverage\" and I "
            + "measure it."),
    WHAT_IS_A_TEST_CASE(
        "A test case says what is done and what must come of it, for one requirement. I generate them from an RTM or from "
            + "requirements."),
    ANOTHER_MODEL(
        "An operator connects a model by its address, `MEANWHILE_LLM_BASE_URL`, or its key, `MEANWHILE_LLM_API_KEY`, "
            + "before the server starts. The README says more."),
    WHO_ARE_YOU(
        "I'm the built-in model of this server: rules, not a neural network. I work offline. "
            + "An operator can connect a language model over the OpenAI protocol instead."),
    WHERE_ARE_FILES(
        "Each task's card lists the files it made, with Preview and Download. \"What did it make?\" lists them here, "
            + "and \"show coverage.csv\" shows one."),
    WHAT_CAN_YOU_DO(ABILITIES),
    THANKS("You're welcome."),
    GOODBYE("Goodbye. Your tasks go on, and their results will be here."),
    HELLO(
        "Hello. What shall be tested? I can generate test cases and RTMs, analyse coverage and process files, "
            + "all in the background."),
    ANSWER("There is nothing open that I asked you. What shall I do?");

    private final String text;

    Topic(String text) {
      this.text = text;
    }

    boolean isIn(String words) {
      return BOOK.phrases(name().toLowerCase(Locale.ROOT).replace('_', ' ')).areIn(words);
    }
  }

  private SmallTalk() {}

  /// What to say to it.
  public static String answer(Said said) {
    var lower = said.wish().toLowerCase(Locale.ROOT).replace('\u2019', '\'').strip();
    if (lower.isEmpty()) {
      return said.news().isEmpty() ? "Hello. What shall be tested?" : "";
    }
    return Arrays.stream(Topic.values()).filter(topic -> topic.isIn(lower)).findFirst()
        .map(topic -> topic.text).or(() -> Languages.refusal(lower)).orElse(UNKNOWN);
  }
}
