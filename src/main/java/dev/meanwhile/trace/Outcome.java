package dev.meanwhile.trace;

import java.util.regex.Pattern;

/// What a test came to, normalised from the words of a document.
public enum Outcome {
  NOTRUN(
      "^(?:not|un) ?(?:run|tested|executed|started|done|yet)|^untested|^pending|^open|^todo|^needed|"
          + "^planned|^skip|^blocked|^n/?a$|^none$|^-+$|^[⬜☐⏳]+$"),
  PARTIAL("partial|^some"), FAILED(
      "\\bfail|^nok\\b|not ok|^error|^broken|^[❌✗✘✖]+$"),
  PASSED(
      "\\bpass|^ok\\b|^success|^done\\b|^complete|^verified|^yes$|^green|^[✓✔✅☑]+$"),
  UNKNOWN("");

  /// Signs and markup before a word.
  private static final Pattern SIGNS = Pattern.compile("^[^\\p{L}\\p{N}]+(?=\\p{L})");

  private final Pattern words;

  Outcome(String words) {
    this.words = Pattern.compile(words);
  }

  /// Reads the words of a document, for example `Pass`, `Partial Pass`, `NOK` or `Needed`.
  public static Outcome of(String original) {
    var line = Words.lower(Words.oneLine(original));
    var words = SIGNS.matcher(line).replaceFirst("");
    for (var outcome : values()) {
      if (outcome.words.matcher(words).find()) {
        return outcome;
      }
    }
    return UNKNOWN;
  }

  @Override
  public String toString() {
    return Words.lower(name());
  }
}
