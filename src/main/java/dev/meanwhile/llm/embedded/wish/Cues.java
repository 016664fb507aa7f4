package dev.meanwhile.llm.embedded.wish;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The words by which a clause shows what it is about, in lower case.
final class Cues {
  private static final Phrasebook BOOK = Phrasebook.of(Cues.class);
  static final Phrases SOURCES = BOOK.phrases("sources");
  static final Phrases QUESTION = BOOK.phrases("question");
  static final Phrases CANCEL = BOOK.phrases("cancel");
  static final Phrases ALL = BOOK.phrases("all");
  static final Phrases RETRY = BOOK.phrases("retry");
  static final Phrases LIST_TASKS = BOOK.phrases("list tasks");
  static final Phrases STATUS = BOOK.phrases("status");
  static final Phrases OUTCOME = BOOK.phrases("outcome");
  static final Phrases MADE = BOOK.phrases("made");
  static final Phrases HOW_TO = BOOK.phrases("how to");
  static final Phrases REQUIREMENTS = BOOK.phrases("requirements");
  static final Phrases READ = BOOK.phrases("read");
  static final Phrases TEST_FILE = BOOK.phrases("test file");
  static final Phrases COVERAGE = BOOK.phrases("coverage");
  static final Phrases PROCESS = BOOK.phrases("process");
  static final Phrases RTM = BOOK.phrases("rtm");
  static final Phrases TESTS = BOOK.phrases("tests");
  static final Phrases UPLOAD = BOOK.phrases("upload");
  static final Phrases COVERAGE_OF = BOOK.phrases("coverage of");
  static final Phrases WHAT_IS_COVERAGE = BOOK.phrases("what is coverage");
  static final Phrases SEVERAL = BOOK.phrases("several");
  static final Phrases MATRIX_FILE = BOOK.phrases("matrix file");
  static final Phrases TEST_CASES_FILE = BOOK.phrases("test cases file");
  static final Phrases ANOTHER = BOOK.phrases("another");
  static final Pattern ARTIFACT_NAME = Pattern.compile(
      "\\b[\\w.-]+\\.(?:py|java|feature|robot|ts|js|csv|xlsx|md|json|html|txt|docx|doc|rst|sdoc|pdf)\\b");

  /// What form of a file is wanted, named after the end of its name.
  enum Form {
    XLSX, CSV, HTML, MD, JSON;

    private String ending() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// How the name of the file ends whose form a text names.
    static Optional<String> in(String text) {
      return Arrays.stream(values()).filter(form -> BOOK.phrases(form.ending()).areIn(text))
          .map(form -> "." + form.ending()).findFirst();
    }
  }

  private Cues() {}
}
