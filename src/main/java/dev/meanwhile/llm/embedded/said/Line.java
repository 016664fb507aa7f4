package dev.meanwhile.llm.embedded.said;

import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.phrase.Phrasebook;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A line of a message. Whatever looks for documents looks at lines, so that no message takes longer to read than its
/// length justifies.
///
/// @param start its place in the message
/// @param text without the line's end
record Line(int start, String text) {
  /// An ID such as REQ-001, SRS_4.2 or R12, followed by what it requires.
  private static final Pattern REQUIREMENT = Pattern.compile(
      "(?<![\\w./-])(?:[-*\\u2022][ \\t]{0,8})?\\[?(?!TC-)[A-Z][A-Z0-9]{0,30}(?:[-_.][A-Z0-9]{1,30}){0,8}[-_.]?\\d{1,30}[a-z]?\\]?"
          + "[ \\t]{0,8}[:,;|\\t\\u2013 -]\\s{0,8}\\S");
  private static final Phrasebook BOOK = Phrasebook.of(Line.class);
  private static final Phrases BINDING = BOOK.phrases("binding");
  private static final Phrases POINTING = BOOK.phrases("pointing");
  private static final Pattern HEADING = Pattern
      .compile("#{1,6} |\\d+(?:\\.\\d+){0,8}\\.? \\p{Lu}");
  /// A heading, an item, a cell, or the rest of the line before.
  private static final Pattern LISTED = Pattern
      .compile("^#|^(?:[-*\\u2022]|\\d+[.)])\\s|^\\s|[|\\t]");

  static List<Line> of(String text) {
    var lines = new ArrayList<Line>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(new Line(start, text.substring(start, end)));
      start = end + 1;
    }
    lines.add(new Line(start, text.substring(start)));
    return lines;
  }

  /// The place after the line's end.
  int end() {
    return start + text.length() + 1;
  }

  boolean isBlank() {
    return text.isBlank();
  }

  /// Where in the message a requirement with an ID begins, or -1.
  int requirement() {
    var found = REQUIREMENT.matcher(text);
    return found.find() ? start + found.start() : -1;
  }

  /// Whether it says what shall be.
  boolean isBinding() {
    var found = BINDING.in(text);
    return found.find() && !text.substring(0, found.start()).isBlank();
  }

  /// Whether it and the next one are rows of one table.
  boolean isRowBefore(Line next) {
    var bare = text.strip();
    boolean isFramed = bare.length() > 1 && bare.startsWith("|") && bare.endsWith("|");
    return isFramed || (hasThreeCells(",") && next.hasThreeCells(","))
        || (hasThreeCells(";") && next.hasThreeCells(";"))
        || (hasThreeCells("\t") && next.hasThreeCells("\t"));
  }

  private boolean hasThreeCells(String separator) {
    return text.indexOf(separator) < text.lastIndexOf(separator);
  }

  boolean isHeading() {
    return HEADING.matcher(text).lookingAt();
  }

  /// Whether it ends with words that point at what follows.
  boolean isPointing() {
    return POINTING.areIn(text);
  }

  /// Whether only a list of requirements has such a line.
  boolean isListed() {
    return isBlank() || requirement() == start || isBinding() || LISTED.matcher(text).find();
  }
}
