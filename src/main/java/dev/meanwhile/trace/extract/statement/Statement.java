package dev.meanwhile.trace.extract.statement;

import dev.meanwhile.trace.extract.id.References;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands behind an ID, taken apart: the statement, what it refines in braces before it, and the lines below it that
/// have a label.
///
/// @param parents references, as written; null if there are none
/// @param labels from a label on to the next
public record Statement(@Nullable String parents, String text, List<String> labels) {
  private static final Pattern TRACED = Pattern
      .compile("\\{([^{}\\n]{2,200})\\}[ \\t]{0,4}(?=\\S)");
  /// What a statement refines, behind it: `>[SYS-1], >[SYS-2]`.
  private static final Pattern UPLINKS = Pattern
      .compile(
          "(?<=\\S)\\s{1,3}>\\[[A-Za-z][\\w.~-]{0,60}\\](?:,?\\s{0,3}>\\[[A-Za-z][\\w.~-]{0,60}\\]){0,20}\\s{0,3}$");
  /// The letter that counts the statements of a section.
  private static final Pattern LETTER = Pattern.compile("[a-z]{1,2}[.)][ \\t]{1,4}(?=\\p{Lu})");
  private static final Pattern NOTE = Pattern.compile(
      "NOTES?(?:[ \\t]\\d{1,2})?[:.]?[ \\t]{1,4}\\p{Lu}.*",
      Pattern.DOTALL);
  /// A heading that isn't told from the text above it.
  private static final Pattern HEADING = Pattern.compile(
      "\\d{1,2}(?:\\.\\d{1,2}){1,4}\\.?[ \\t]{1,4}\\p{Lu}[\\p{L}\\d ,&/()-]{2,60}");

  /// The parts of a text behind an ID.
  public static Statement of(String body) {
    var traced = TRACED.matcher(body);
    boolean isTraced = traced.lookingAt() && References.isList(traced.group(1));
    var lines = List.of((isTraced ? body.substring(traced.end()) : body).split("\n", -1));
    int end = 1;
    while (end < lines.size() && !ends(lines.get(end).strip())) {
      end++;
    }
    var whole = String.join("\n", withoutHeading(lines.subList(0, end), lines.size()));
    var uplinks = UPLINKS.matcher(whole);
    boolean isLinked = !isTraced && uplinks.find();
    var text = isLinked ? whole.substring(0, uplinks.start()).strip() : whole;
    return new Statement(
        isTraced ? traced.group(1) : isLinked ? uplinks.group().replace(">", "").strip() : null,
        LETTER.matcher(text).lookingAt() ? LETTER.matcher(text).replaceFirst("") : text,
        labels(withoutHeading(lines.subList(end, lines.size()), 0)));
  }

  /// The statement of a text without the notes and the labels below it.
  public static String withoutNotes(String text) {
    var lines = List.of(text.split("\n", -1));
    int end = 1;
    while (end < lines.size() && !isNote(lines.get(end).strip())
        && !Aside.areFields(lines.get(end).strip())) {
      end++;
    }
    var left = String.join("\n", withoutHeading(lines.subList(0, end), end));
    return LETTER.matcher(left).lookingAt() ? LETTER.matcher(left).replaceFirst("") : left;
  }

  /// Whether a line is no part of the statement above it.
  private static boolean ends(String line) {
    return isNote(line) || Aside.isLabelled(line);
  }

  /// Whether a text is a note, as standards mark it.
  static boolean isNote(String text) {
    return NOTE.matcher(text).matches();
  }

  private static List<String> withoutHeading(List<String> lines, int all) {
    int last = lines.size() - 1;
    boolean isHeading = last > 0 && (all == 0 || all == lines.size())
        && HEADING.matcher(lines.get(last).strip()).matches();
    return isHeading ? lines.subList(0, last) : lines;
  }

  private static List<String> labels(List<String> lines) {
    var labels = new ArrayList<String>();
    for (var line : lines) {
      if (labels.isEmpty() || ends(line.strip())) {
        labels.add(line.strip());
      } else {
        labels.add(labels.removeLast() + "\n" + line.strip());
      }
    }
    return labels;
  }
}
