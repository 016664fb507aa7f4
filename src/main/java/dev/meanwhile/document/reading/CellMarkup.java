package dev.meanwhile.document.reading;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The text of a cell that tools with rich text export as HTML: a line for each paragraph, a dash before each item.
public final class CellMarkup {
  private static final String NAMES = "(?:p|div|span|ul|ol|table)";
  private static final Pattern OPENING = Pattern
      .compile("<" + NAMES + "(?:\\s[^<>]{0,500})?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOSING = Pattern
      .compile("</" + NAMES + "\\s{0,3}>", Pattern.CASE_INSENSITIVE);
  private static final Pattern BREAK = Pattern
      .compile("<br\\s{0,3}/?>", Pattern.CASE_INSENSITIVE);

  private CellMarkup() {}

  /// The cell as a browser would show it; as it is if it holds no paragraphs, lists or line breaks of HTML.
  public static String plain(String cell) {
    boolean isRich = cell.indexOf('<') >= 0 && (BREAK.matcher(cell).find()
        || (OPENING.matcher(cell).find() && CLOSING.matcher(cell).find()));
    if (!isRich) {
      return cell;
    }
    var text = new StringBuilder();
    write(Jsoup.parseBodyFragment(cell).body(), text);
    return text.toString().strip();
  }

  private static void write(Node parent, StringBuilder text) {
    for (var child = parent.firstChild(); child != null; child = child.nextSibling()) {
      if (child instanceof TextNode words) {
        append(text, words.getWholeText());
      } else if (child instanceof Element element) {
        write(element, text);
      }
    }
  }

  private static void write(Element element, StringBuilder text) {
    boolean block = element.isBlock() || element.normalName().equals("br");
    newLine(text, block);
    if (element.normalName().equals("li")) {
      text.append("- ");
    }
    write((Node) element, text);
    newLine(text, block);
  }

  private static void newLine(StringBuilder text, boolean begins) {
    if (begins && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  /// White space of any length is one blank.
  private static void append(StringBuilder text, String words) {
    for (int i = 0; i < words.length(); i++) {
      if (!Character.isWhitespace(words.charAt(i))) {
        text.append(words.charAt(i));
      } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
        text.append(' ');
      }
    }
  }
}
