package dev.meanwhile.document.text;

import dev.meanwhile.Problem;
import dev.meanwhile.document.reading.Line;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads reStructuredText: titles, paragraphs, lists, every kind of its tables, and need directives. Text keeps its
/// markup.
public final class RstText {
  private static final Pattern FIELD = Pattern
      .compile("(?m)^:([A-Za-z][^:`\\n]{0,40}):([ \\t].*|)$");
  private static final String MARKS = "=-~^\"'`#*+.:_<>!$%&(),/;?@[\\]{|}";
  private static final Pattern ITEM = Pattern
      .compile("^((?:[-*+•]|\\(?(?:\\d{1,3}|#|[A-Za-z]|[ivxIVX]{1,5})[.)])[ ]+)\\S.*$");
  private static final Pattern NEED = Pattern
      .compile("(?m)^\\.\\. [a-z][\\w-]{0,40}::[^\\n]{0,300}\\n[ ]{1,8}:id:");
  private static final Pattern TARGET = Pattern.compile("^(?:\\.\\.|__)(?:[ ].*)?$");

  private final Passages passages;
  private final RstTables tables;
  private final List<String> titles = new ArrayList<>();

  /// Whether a text that doesn't say what it is marks needs with directives.
  public static boolean hasNeeds(String text) {
    return NEED.matcher(text).find();
  }

  private RstText(Passages passages) {
    this.passages = passages;
    this.tables = new RstTables(passages);
  }

  /// Reads all blocks and directives.
  public static void read(String text, Passages passages) {
    new RstText(passages).blocks(Line.of(text), 0, 0);
  }

  /// Reads lines that begin at the left.
  ///
  /// @param depth of the list that they stand in, 0 outside of lists
  private void blocks(List<Line> lines, int depth, int nesting) {
    if (nesting > passages.limits().maxNesting()) {
      throw Problem.unreadable(passages.file() + ": its blocks are nested deeper than "
          + passages.limits().maxNesting());
    }
    for (int at = 0; at < lines.size();) {
      at = lines.get(at).isBlank() ? at + 1 : block(lines, at, depth, nesting);
    }
  }

  private int block(List<Line> lines, int at, int depth, int nesting) {
    var line = lines.get(at);
    passages.counts(0);
    if (line.indent() > 0) {
      int end = Line.blockEnd(lines, at, 1);
      blocks(Line.dedented(lines.subList(at, end)), depth, nesting + 1);
      return end;
    }
    if (RstTables.begins(lines, at)) {
      return tables.read(lines, at);
    }
    int title = nesting == 0 ? title(lines, at) : at;
    if (title > at) {
      return title;
    }
    if (TARGET.matcher(line.text()).matches()) {
      return explicit(lines, at, depth, nesting);
    }
    var item = ITEM.matcher(line.text());
    return item.matches()
        ? item(lines, at, item.group(1).length(), depth, nesting)
        : paragraph(lines, at, depth, nesting);
  }

  /// A title with a line below it, or with one above and one below; the level is told by the order in which the marks
  /// appear first.
  private int title(List<Line> lines, int at) {
    if (isMarks(lines, at, 3) && at + 2 < lines.size() && isMarks(lines, at + 2, 3)
        && !lines.get(at + 1).isBlank() && !isMarks(lines, at + 1, 3)
        && lines.get(at).text().equals(lines.get(at + 2).text())) {
      return title(lines.get(at + 1), lines.get(at).text().substring(0, 1) + "above", at + 3);
    }
    var line = lines.get(at);
    int enough = Math.min(4, line.text().length());
    if (!isMarks(lines, at, 1) && isMarks(lines, at + 1, enough)
        && lines.get(at + 1).text().length() >= line.text().length() - 4) {
      return title(line, lines.get(at + 1).text().substring(0, 1), at + 2);
    }
    return isMarks(lines, at, 4) ? at + 1 : at;
  }

  private int title(Line line, String marks, int next) {
    if (!titles.contains(marks)) {
      titles.add(marks);
    }
    passages.heading(line.text(), Math.min(titles.indexOf(marks) + 1, 9), at(line));
    return next;
  }

  private static boolean isMarks(List<Line> lines, int at, int enough) {
    if (at >= lines.size() || lines.get(at).text().length() < Math.max(1, enough)) {
      return false;
    }
    var text = lines.get(at).text();
    return MARKS.indexOf(text.charAt(0)) >= 0 && text.chars().allMatch(c -> c == text.charAt(0));
  }

  private int explicit(List<Line> lines, int at, int depth, int nesting) {
    int end = Line.blockEnd(lines, at + 1, 1);
    if (RstDirective.begins(lines.get(at).text())) {
      directive(RstDirective.of(lines.subList(at, end)), depth, nesting + 1);
    }
    return Math.max(end, at + 1);
  }

  private void directive(RstDirective directive, int depth, int nesting) {
    if (directive.isNeed()) {
      need(directive, nesting);
    } else if (directive.isProgram()) {
      passages.code(Line.joined(directive.content()), at(directive.line()));
    } else if (!directive.isSilent() && !tables.read(directive)) {
      if (!directive.argument().isBlank()) {
        passages.paragraph(directive.argument(), at(directive.line()));
      }
      blocks(directive.content(), depth, nesting);
    }
  }

  /// Needs inside of a need are needs of their own, after it. Its drawings and programs are no part of what it states, and
  /// remarks are none beside a statement.
  private void need(RstDirective directive, int nesting) {
    var own = new ArrayList<Line>();
    var remarks = new ArrayList<Line>();
    var inner = new ArrayList<Line>();
    var content = directive.content();
    for (int i = 0; i < content.size();) {
      var inside = inside(content, i);
      int end = inside == null ? i + 1 : Math.max(i + 1, Line.blockEnd(content, i + 1, 1));
      boolean states = inside == null || states(inside);
      (states ? own : isRemark(inside) ? remarks : inner).addAll(content.subList(i, end));
      i = states ? end : withoutGap(content, end, own);
    }
    passages.need(
        RstRoles.plain(Line.joined(own.stream().allMatch(Line::isBlank) ? remarks : own)),
        directive.fields(), at(directive.line()));
    blocks(inner, 0, nesting);
  }

  /// The directive that begins at a line inside of a need; null if none does.
  private static @Nullable RstDirective inside(List<Line> content, int at) {
    return RstDirective.begins(content.get(at).text())
        ? RstDirective.of(content.subList(at,
            Math.max(at + 1, Line.blockEnd(content, at + 1, 1))))
        : null;
  }

  private static boolean isRemark(@Nullable RstDirective inside) {
    return inside != null && inside.isRemark() && !inside.isNeed();
  }

  /// Whether a directive inside of a need is a part of what it states.
  private static boolean states(RstDirective inside) {
    return !inside.isNeed() && !inside.isProgram() && !inside.isSilent() && !inside.isRemark();
  }

  /// Behind what was taken out, one empty line is enough.
  private static int withoutGap(List<Line> content, int from, List<Line> own) {
    int at = from;
    while (at < content.size() && content.get(at).isBlank()
        && (own.isEmpty() || own.getLast().isBlank())) {
      at++;
    }
    return at;
  }

  private int item(List<Line> lines, int at, int width, int depth, int nesting) {
    int end = Line.blockEnd(lines, at + 1, Math.min(width, 2));
    var body = new ArrayList<Line>();
    body.add(lines.get(at).from(width));
    body.addAll(Line.dedented(lines.subList(at + 1, end)));
    int paragraph = paragraphEnd(body, 0);
    passages.item(Line.joined(body.subList(0, paragraph)), depth + 1, at(lines.get(at)));
    blocks(body.subList(paragraph, body.size()), depth + 1, nesting + 1);
    return end;
  }

  /// A list directly under an item's text begins without an empty line in practice.
  private static int paragraphEnd(List<Line> lines, int from) {
    int end = from + 1;
    while (end < lines.size() && !lines.get(end).isBlank() && lines.get(end).indent() == 0
        && !TARGET.matcher(lines.get(end).text()).matches()
        && !ITEM.matcher(lines.get(end).text()).matches()) {
      end++;
    }
    return end;
  }

  private int paragraph(List<Line> lines, int at, int depth, int nesting) {
    int end = paragraphEnd(lines, at);
    var text = Line.joined(lines.subList(at, end));
    boolean beforeProgram = text.endsWith("::");
    passages.paragraph(beforeProgram ? text.substring(0, text.length() - 1) : labelled(text),
        at(lines.get(at)));
    int blockEnd = Line.blockEnd(lines, end, 1);
    if (beforeProgram && blockEnd > end) {
      passages.code(Line.joined(lines.subList(end, blockEnd)), at(lines.get(end)));
      return blockEnd;
    }
    if (blockEnd > end && !lines.get(end).isBlank()) {
      blocks(Line.dedented(lines.subList(end, blockEnd)), depth, nesting + 1);
      return blockEnd;
    }
    return end;
  }

  /// A list of fields as lines with labels.
  private static String labelled(String text) {
    return text.lines().allMatch(line -> FIELD.matcher(line).matches())
        ? FIELD.matcher(text).replaceAll("$1:$2")
        : text;
  }

  private Source at(Line line) {
    return at(line.number());
  }

  private Source at(int line) {
    return Source.line(passages.file(), line, passages.heading());
  }
}
