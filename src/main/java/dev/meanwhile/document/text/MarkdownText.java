package dev.meanwhile.document.text;

import dev.meanwhile.Problem;
import dev.meanwhile.document.reading.Line;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.trace.Source;
import java.util.List;
import java.util.ArrayList;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Reads Markdown with tables. Passages keep the text as written, markup included.
public final class MarkdownText extends AbstractVisitor {
  /// Markup within a block stays as it is written, so nobody looks for it: on a line of megabytes that takes seconds.
  private static final Parser PARSER = Parser.builder()
      .extensions(List.of(TablesExtension.create()))
      .inlineParserFactory(_ -> (_, _) -> {})
      .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).maxOpenBlockParsers(100).build();

  private static final Pattern BREAK = Pattern.compile("<br\\s{0,5}/?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern ANCHOR = Pattern.compile(
      "<a\\s{1,3}(?:name|id)\\s{0,3}=\\s{0,3}[\"'][^\"'<>]{0,200}[\"']\\s{0,3}(?:/>|>\\s{0,3}</a>)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern TABLE = Pattern.compile("<t[dr][\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern CODE = Pattern.compile("(?<!\\\\)`");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\`*_{}\\[\\]<>|#~!&])");

  private final List<String> lines;
  private final Passages passages;
  private int table;
  private int row;
  private int depth;

  private MarkdownText(String text, Passages passages) {
    this.lines = text.lines().toList();
    this.passages = passages;
  }

  /// Reads all blocks. The fields before them are no text, but may be an item of a requirements tool.
  public static void read(String text, Passages passages) {
    var matter = FrontMatter.of(text);
    var statement = matter.statement();
    if (statement != null) {
      passages.need(statement, matter.need(), Source.line(passages.file(), 1, null));
    }
    parsed(matter.rest(), passages).accept(new MarkdownText(matter.rest(), passages));
  }

  private static Node parsed(String text, Passages passages) {
    try {
      return PARSER.parse(text);
    } catch (IllegalArgumentException e) {
      throw Problem.unreadable(passages.file() + ": its tables hold more cells than can be read");
    }
  }

  @Override
  public void visit(Heading heading) {
    passages.heading(withoutMarks(written(heading)), heading.getLevel(), at(heading));
  }

  /// Without the number signs around a heading, or the line below it.
  private static String withoutMarks(String heading) {
    if (!heading.stripLeading().startsWith("#")) {
      int underline = heading.lastIndexOf('\n');
      return underline > 0 ? heading.substring(0, underline) : heading;
    }
    int start = 0;
    int end = heading.stripTrailing().length();
    while (start < end && " #".indexOf(heading.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && heading.charAt(end - 1) == '#') {
      end--;
    }
    return heading.substring(start, end);
  }

  @Override
  public void visit(Paragraph paragraph) {
    var drawn = Line.of(written(paragraph));
    if (depth == 0 && RstTables.begins(drawn, 0)) {
      drawn(drawn, Objects.requireNonNullElse(at(paragraph).line(), 1) - 1);
    } else if (depth > 0 && paragraph.getPrevious() == null) {
      passages.item(written(paragraph), depth, at(paragraph));
    } else {
      passages.paragraph(written(paragraph), at(paragraph));
    }
  }

  /// A table that is drawn with signs, as Pandoc reads them.
  private void drawn(List<Line> drawn, int above) {
    var below = drawn.stream().map(line -> new Line(line.number() + above, line.text())).toList();
    int end = new RstTables(passages).read(below, 0);
    below.subList(end, below.size()).forEach(line -> passages.paragraph(line.text(),
        Source.line(passages.file(), line.number(), passages.heading())));
  }

  @Override
  public void visit(ListItem item) {
    depth++;
    visitChildren(item);
    depth--;
  }

  @Override
  public void visit(FencedCodeBlock code) {
    passages.code(code.getLiteral(), at(code));
  }

  /// In requirement documents indented text is hardly ever a program.
  @Override
  public void visit(IndentedCodeBlock code) {
    passages.paragraph(code.getLiteral(), at(code));
  }

  @Override
  public void visit(HtmlBlock html) {
    if (TABLE.matcher(html.getLiteral()).find()) {
      HtmlText.read(html.getLiteral(), line(html), passages);
    } else if (!html.getLiteral().startsWith("<!--")) {
      passages.paragraph(html.getLiteral(), at(html));
    }
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      table = passages.nextTable();
      row = 0;
    }
    visitChildren(block);
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof TableRow) {
      row(node);
    } else {
      visitChildren(node);
    }
  }

  private void row(Node tableRow) {
    var cells = new ArrayList<String>();
    for (var cell = tableRow.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) {
        cells.add(cellText(written(cell)));
      }
    }
    var place = at(tableRow);
    passages.row(cells, new Source(passages.file(), null, null, table, ++row, place.line(), null,
        passages.heading()));
  }

  /// A cell's own escapes are taken away, which a text outside of tables keeps: a bar can't be written otherwise.
  private static String cellText(String written) {
    var lines = BREAK.matcher(written.replace("\\|", "|")).replaceAll("\n");
    return CODE.matcher(lines).find() ? lines : ESCAPED.matcher(lines).replaceAll("$1");
  }

  /// The text of a node as it stands in the document, without the markers of the blocks around it.
  private String written(Node node) {
    return node.getSourceSpans().stream().map(s -> {
      var line = lines.get(s.getLineIndex());
      return line.substring(s.getColumnIndex(),
          Math.min(line.length(), s.getColumnIndex() + s.getLength()));
    }).map(line -> ANCHOR.matcher(line).replaceAll("")).collect(Collectors.joining("\n"));
  }

  private Source at(Node node) {
    return Source.line(passages.file(), line(node), passages.heading());
  }

  private static int line(Node node) {
    return node.getSourceSpans().isEmpty()
        ? 1
        : node.getSourceSpans().getFirst().getLineIndex() + 1;
  }
}
