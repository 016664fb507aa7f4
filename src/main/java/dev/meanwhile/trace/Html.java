package dev.meanwhile.trace;

import java.util.List;
import java.util.stream.Collectors;

/// Writes HTML in which foreign text stays text, for pages that need nothing else: no script, no picture, no address.
public final class Html {
  private static final String STYLE = """
    body{font:15px/1.5 system-ui,sans-serif;max-width:90rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
    table{border-collapse:collapse;width:100%;margin:1rem 0}
    th,td{border:1px solid #d0d7de;padding:.35rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere;\
    white-space:pre-line}
    th{background:#f2f4f7;position:sticky;top:0}
    .good{background:#e9f6ec}.doubtful{background:#fff6d6}.bad{background:#fdecea}.quiet{background:#f2f4f7}
    """;

  private Html() {}

  /// A page with a title and a body that is HTML already.
  public static String page(String title, String body) {
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
      <h1>%s</h1>
      %s</body>
      </html>
      """.formatted(text(title), STYLE, text(title), body);
  }

  /// A text with everything escaped that could be markup.
  public static String text(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        .replace("\"", "&quot;").replace("'", "&#39;");
  }

  /// A headed table, or nothing if it has no rows.
  public static String table(String heading, List<String> columns, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return "";
    }
    var lines = rows.stream().map(r -> "<tr>" + cells("td", r) + "</tr>\n")
        .collect(Collectors.joining());
    return "<h2>%s</h2>\n<table>\n<thead><tr>%s</tr></thead>\n<tbody>\n%s</tbody>\n</table>\n"
        .formatted(text(heading), cells("th", columns), lines);
  }

  /// A list of sentences, or nothing if there are none.
  public static String list(List<String> sentences) {
    return sentences.isEmpty()
        ? ""
        : sentences.stream().map(s -> "<li>" + text(s) + "</li>\n")
            .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
  }

  private static String cells(String element, List<String> texts) {
    return texts.stream().map(t -> "<" + element + ">" + text(t) + "</" + element + ">")
        .collect(Collectors.joining());
  }
}
