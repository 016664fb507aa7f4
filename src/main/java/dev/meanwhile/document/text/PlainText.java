package dev.meanwhile.document.text;

import dev.meanwhile.document.reading.BarTable;
import dev.meanwhile.document.reading.Line;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.List;
import java.util.regex.Pattern;

/// Reads plain text: paragraphs end at empty lines, each bullet or letter begins an item, short lines that stand alone
/// and are written like titles are headings, and lines between bars or in columns below a header are tables.
public final class PlainText {
  private static final Pattern ITEM = Pattern
      .compile("^[ \\t]*(?:[-*+•·]|\\(?(?:\\d{1,3}|[a-z])[.)])[ \\t]+(\\S.*)$");
  private static final Pattern LETTERED = Pattern.compile("^[ \\t]+\\(?[a-z][.)][ \\t]+\\S.*$");
  private static final Pattern NUMBERED = Pattern
      .compile("^\\d{1,2}(?:\\.\\d{1,2}){0,5}\\.?\\s+\\D.*$");
  private static final Pattern RULE = Pattern.compile("^[ \\t]*([-=_*~])\\1{3,}[ \\t]*$");
  private static final Pattern SENTENCE_END = Pattern.compile("[.,;:?!]$");
  private static final int HEADING_CHARACTERS = 80;
  private static final int HEADING_WORDS = 8;
  private static final int SMALL_WORD = 3;
  private static final int ID_CHARACTERS = 64;

  private final Passages passages;
  private final List<Line> lines;
  private final StringBuilder block = new StringBuilder();
  private int blockLine;
  private boolean item;

  private PlainText(String text, Passages passages) {
    this.lines = Line.of(text);
    this.passages = passages;
  }

  /// Reads all blocks.
  public static void read(String text, Passages passages) {
    new PlainText(text, passages).read();
  }

  private void read() {
    var tables = new RstTables(passages);
    for (int at = 0; at < lines.size();) {
      if (BarTable.begins(lines, at)) {
        end();
        at = BarTable.read(lines, at, passages);
      } else if (RstTables.begins(lines, at)) {
        end();
        at = tables.read(lines, at);
      } else if (ColumnTable.begins(lines, at)) {
        end();
        at = ColumnTable.read(lines, at, passages);
      } else if (isHeading(at)) {
        end();
        heading(lines.get(at));
        at++;
      } else if (goesOnInLetters(at)) {
        block.append('\n').append(lines.get(at + 1).text());
        at += 2;
      } else {
        line(lines.get(at).text(), lines.get(at).number());
        at++;
      }
    }
    end();
  }

  /// Whether below a blank line a letter, further in than a paragraph that begins with an ID, goes on with it.
  private boolean goesOnInLetters(int at) {
    if (item || block.isEmpty() || !lines.get(at).isBlank() || at + 1 >= lines.size()) {
      return false;
    }
    var next = lines.get(at + 1).text();
    var first = block.substring(0, indent(block) + Math.min(ID_CHARACTERS,
        block.length() - indent(block)));
    var ids = Ids.in(first);
    return LETTERED.matcher(next).matches() && indent(next) > indent(block) && !ids.isEmpty()
        && ids.getFirst().start() <= indent(block) + 1 && Ids.isSure(ids.getFirst().id());
  }

  private static int indent(CharSequence text) {
    int at = 0;
    while (at < text.length() && " \t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private void heading(Line line) {
    var text = line.text().strip();
    var number = text.split("\\s", 2)[0].replaceAll("\\.$", "");
    int dots = Character.isDigit(text.charAt(0)) ? number.replaceAll("[^.]", "").length() : 0;
    passages.heading(text, dots + 1,
        Source.line(passages.file(), line.number(), passages.heading()));
  }

  /// A line with empty ones around it that is no sentence, has no ID, and begins its words like a title.
  private boolean isHeading(int at) {
    var text = lines.get(at).text().strip();
    boolean alone = (at == 0 || lines.get(at - 1).isBlank() || BarTable.begins(lines, at - 1))
        && (at + 1 >= lines.size() || lines.get(at + 1).isBlank());
    return alone && !text.isEmpty() && text.length() <= HEADING_CHARACTERS
        && !SENTENCE_END.matcher(text).find() && !ITEM.matcher(text).matches()
        && text.indexOf(':') < 0 && !Words.binds(text) && !Words.wishes(text)
        && Ids.in(text).isEmpty() && at + 2 < lines.size()
        && (NUMBERED.matcher(text).matches() || isTitle(text));
  }

  private static boolean isTitle(String text) {
    var words = text.split("\\s+", -1);
    if (words.length < 2 || words.length > HEADING_WORDS) {
      return false;
    }
    for (var word : words) {
      if (word.length() > SMALL_WORD && Character.isLowerCase(word.charAt(0))) {
        return false;
      }
    }
    return Character.isUpperCase(text.charAt(0));
  }

  private void line(String line, int number) {
    var bullet = ITEM.matcher(line);
    if (line.isBlank()) {
      end();
    } else if (bullet.matches() && isItem(line)) {
      end();
      begin(bullet.group(1), number, true);
    } else if (block.isEmpty() && RULE.matcher(line).matches()) {
      item = false; // it only parts what stands above from what stands below
    } else if (block.isEmpty()) {
      begin(line, number, false);
    } else {
      block.append('\n').append(line);
    }
  }

  /// A number in brackets at the start of a line can be the middle of a sentence.
  private boolean isItem(String line) {
    boolean bullet = !Character.isLetterOrDigit(line.strip().charAt(0))
        && line.strip().charAt(0) != '(';
    return bullet || item || block.isEmpty()
        || ".:;,".indexOf(block.charAt(block.length() - 1)) >= 0;
  }

  private void begin(String line, int number, boolean isItem) {
    block.append(line);
    blockLine = number;
    item = isItem;
  }

  private void end() {
    var source = Source.line(passages.file(), blockLine, passages.heading());
    if (item) {
      passages.item(block.toString(), 1, source);
    } else {
      passages.paragraph(block.toString(), source);
    }
    block.setLength(0);
    item = false;
  }
}
