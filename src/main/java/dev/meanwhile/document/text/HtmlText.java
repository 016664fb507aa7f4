package dev.meanwhile.document.text;

import dev.meanwhile.document.reading.Decoded;
import dev.meanwhile.document.reading.Document;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// Reads HTML: headings, paragraphs, lists and tables. Nothing that a page refers to is fetched, no script is run.
public final class HtmlText {
  private static final Set<String> LEFT_OUT = Set.of("script", "style", "head", "template", "nav",
      "noscript", "svg", "object", "iframe", "select", "button", "textarea");
  private static final Pattern HEADING = Pattern.compile("h[1-6]");

  private final Passages passages;
  private final HtmlNeeds needs;
  private final StringBuilder text = new StringBuilder();
  private int line = 1;
  private int depth;
  private boolean item;

  private HtmlText(Passages passages) {
    this.passages = passages;
    this.needs = new HtmlNeeds(passages);
  }

  /// Reads a whole page.
  public static Document read(byte[] content, Passages passages) {
    var html = HtmlWritten.in(Decoded.html(passages.file(), content));
    var parser = Parser.htmlParser().setTrackPosition(true);
    var page = parser.parseInput(html, "");
    if (page.selectFirst("script") != null) {
      passages.note("scripts in it were left alone");
    }
    if (page.selectFirst("frameset, iframe") != null) {
      passages.note("it shows other pages in frames, which aren't read");
    }
    HtmlStruck.read(page);
    var reader = new HtmlText(passages);
    reader.children(page);
    reader.end();
    return passages.document("html", 1);
  }

  /// Reads a part of a page that stands in another text from a line on.
  static void read(String part, int line, Passages passages) {
    var parser = Parser.htmlParser().setTrackPosition(true);
    var page = parser.parseInput("\n".repeat(line - 1) + part, "");
    HtmlStruck.read(page);
    var reader = new HtmlText(passages);
    reader.children(page.body());
    reader.end();
  }

  private void children(Node parent) {
    for (var child = parent.firstChild(); child != null; child = child.nextSibling()) {
      passages.counts(0);
      if (child instanceof TextNode words) {
        write(words);
      } else if (child instanceof Element element) {
        element(element);
      }
    }
  }

  private void write(TextNode words) {
    if (text.isEmpty()) {
      line = line(words);
    }
    HtmlTable.append(text, words.getWholeText());
  }

  private static int line(Node node) {
    return Math.max(1, node.sourceRange().start().lineNumber());
  }

  private void element(Element element) {
    var name = element.normalName();
    if (LEFT_OUT.contains(name) || element.hasAttr("hidden")) {
      return;
    }
    if (HtmlNeeds.begins(element)) {
      end();
      if (needs.read(element)) {
        return;
      }
    }
    switch (name) {
      case "br" -> text.append('\n');
      case "table" -> table(element);
      case "pre" -> program(element);
      case "ul", "ol", "dl" -> list(element);
      case "li", "dd" -> item(element);
      default -> {
        if (HEADING.matcher(name).matches()) {
          heading(element);
        } else if (element.isBlock()) {
          end();
          children(element);
          end();
        } else {
          children(element);
        }
      }
    }
  }

  private void table(Element table) {
    end();
    new HtmlTable(passages, 1).read(table);
  }

  private void program(Element element) {
    end();
    passages.code(element.wholeText(), at(line(element)));
  }

  private void list(Element list) {
    end();
    depth++;
    children(list);
    end();
    depth--;
  }

  private void item(Element element) {
    end();
    item = true;
    children(element);
    end();
  }

  private void heading(Element heading) {
    end();
    heading.select("a.headerlink").remove();
    idsInBrackets(heading);
    passages.heading(heading.text(), heading.normalName().charAt(1) - '0', at(line(heading)));
  }

  /// An ID that its author set apart from the words of a heading by small letters alone would read like one of them.
  private static void idsInBrackets(Element heading) {
    for (var small : heading.select("small, code")) {
      var id = small.text().strip();
      if (Ids.isId(id) && Ids.isSure(id)) {
        small.text("[" + id + "]");
      }
    }
  }

  private void end() {
    var whole = text.toString().strip();
    if (item && !whole.isEmpty()) {
      passages.item(whole, Math.max(1, depth), at(line));
      item = false;
    } else {
      passages.paragraph(whole, at(line));
    }
    text.setLength(0);
  }

  private Source at(int number) {
    return Source.line(passages.file(), number, passages.heading());
  }
}
