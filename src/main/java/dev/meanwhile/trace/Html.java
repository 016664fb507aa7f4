package dev.meanwhile.trace;

import java.util.List;
import java.util.stream.Collectors;

/// Writes HTML in which foreign text stays text, for pages that need nothing else: no script, no picture, no address.
public final class Html {
  private static final String STYLE = """
    body{font:15px/1.5 system-ui,sans-serif;margin:2rem;color:#1b1f24;background:#fff}
    nav a{margin-right:1rem}a{color:#0550ae}
    .wide{overflow:auto;max-height:90vh;margin:1rem 0}
    table{border-collapse:collapse}
    th,td{border:1px solid #d0d7de;padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:break-word;\
    white-space:pre-line;min-width:4.5rem;max-width:30rem}
    td.long{min-width:14rem}
    thead th{background:#f2f4f7;position:sticky;top:0}tbody th{background:#fff;position:sticky;left:0;min-width:7rem}
    .good{background:#dff3e4}.doubtful{background:#fff4d6}.bad{background:#fde4e1}.quiet{background:#eceff2}
    @media print{.wide{overflow:visible;max-height:none}nav{display:none}}
    """;

  private Html() {}

  /// A page with a title and, below it, a body that is HTML already.
  public static String page(String title, String body) {
    return document(title, STYLE, "<h1>%s</h1>\n%s".formatted(text(title), body));
  }

  /// A whole document that needs nothing else.
  ///
  /// @param style CSS
  /// @param body HTML
  public static String document(String title, String style, String body) {
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      %s</style>
      </head>
      <body>
      %s</body>
      </html>
      """.formatted(text(title), style, body);
  }

  /// A text with everything escaped that could be markup, and without what HTML can't hold.
  public static String text(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        .replace("\"", "&quot;").replace("'", "&#39;").replace("\0", "");
  }

  /// How cells look: by the name of their column and their text, one of the classes `good`, `doubtful`, `bad`, `quiet`,
  /// or `long` for a text that wants room; empty for none.
  @FunctionalInterface
  public interface Look {
    String of(String column, String text);
  }

  /// A headed table whose first column names its rows, or nothing if it has no rows.
  public static String table(String heading, List<String> columns, List<List<String>> rows,
      Look look) {
    if (rows.isEmpty()) {
      return "";
    }
    var lines = rows.stream().map(r -> "<tr>" + cells(columns, r, look) + "</tr>\n")
        .collect(Collectors.joining());
    var header = columns.stream().map(c -> "<th scope=\"col\">" + text(c) + "</th>")
        .collect(Collectors.joining());
    return """
      <h2 id="%s">%s</h2>
      <div class="wide" role="region" aria-label="%s" tabindex="0">
      <table>
      <thead><tr>%s</tr></thead>
      <tbody>
      %s</tbody>
      </table>
      </div>
      """.formatted(anchor(heading), text(heading), text(heading), header, lines);
  }

  /// Links to headed tables of the same page.
  public static String contents(List<String> headings) {
    return headings.stream()
        .map(h -> "<a href=\"#" + anchor(h) + "\">" + text(h) + "</a>")
        .collect(Collectors.joining("\n", "<nav aria-label=\"Contents\">\n", "\n</nav>\n"));
  }

  private static String anchor(String heading) {
    return Words.lower(heading).replace(' ', '-');
  }

  /// A list of sentences, or nothing if there are none.
  public static String list(List<String> sentences) {
    return sentences.isEmpty()
        ? ""
        : sentences.stream().map(s -> "<li>" + text(s) + "</li>\n")
            .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
  }

  private static String cells(List<String> columns, List<String> row, Look look) {
    var cells = new StringBuilder("<th scope=\"row\">" + text(row.getFirst()) + "</th>");
    for (int i = 1; i < row.size(); i++) {
      var kind = look.of(columns.get(i), row.get(i));
      cells.append(kind.isEmpty() ? "<td>" : "<td class=\"" + kind + "\">")
          .append(text(row.get(i))).append("</td>");
    }
    return cells.toString();
  }
}
