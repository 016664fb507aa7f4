package dev.meanwhile.document.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A line of a text at its number, for formats whose indentation means something.
///
/// @param number from 1
/// @param text without the indentation of what it stands in, tabs made spaces, without white space at its end
public record Line(int number, String text) {
  private static final int TAB_COLUMNS = 8;

  /// The lines of a text, numbered from 1.
  public static List<Line> of(String text) {
    var lines = new ArrayList<Line>();
    text.lines().forEach(line -> lines.add(new Line(lines.size() + 1, plain(line))));
    return lines;
  }

  private static String plain(String line) {
    if (line.indexOf('\t') < 0) {
      return line.stripTrailing();
    }
    var spaces = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\t') {
        spaces.repeat(' ', TAB_COLUMNS - spaces.length() % TAB_COLUMNS);
      } else {
        spaces.append(c);
      }
    }
    return spaces.toString().stripTrailing();
  }

  /// Whether it holds nothing but blanks.
  public boolean isBlank() {
    return text.isEmpty();
  }

  /// How many columns of blanks it begins with.
  public int indent() {
    int indent = 0;
    while (indent < text.length() && text.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }

  /// The line with that many columns taken off its left; what stands there is lost.
  public Line from(int column) {
    return new Line(number, text.substring(Math.min(column, text.length())));
  }

  /// The lines moved left as far as all of them allow.
  public static List<Line> dedented(List<Line> lines) {
    int indent = lines.stream().filter(l -> !l.isBlank()).mapToInt(Line::indent).min().orElse(0);
    return indent == 0 ? lines : lines.stream().map(l -> l.from(indent)).toList();
  }

  /// The end of the block that follows a line: blank lines and those indented by at least so many columns.
  public static int blockEnd(List<Line> lines, int from, int indent) {
    int end = from;
    for (int i = from; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        if (lines.get(i).indent() < indent) {
          break;
        }
        end = i + 1;
      }
    }
    return end;
  }

  /// The lines as one text, with a blank between them.
  public static String joined(List<Line> lines) {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n")).strip();
  }
}
