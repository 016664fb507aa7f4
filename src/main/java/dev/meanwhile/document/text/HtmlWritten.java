package dev.meanwhile.document.text;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tags of rows and cells that a page's own scripts write while it loads, as reports of requirements tools do: without
/// them the table falls apart. No script is run; the first such tag that a script holds is put behind it.
final class HtmlWritten {
  private static final Pattern SCRIPT = Pattern.compile("<(/?)script\\b[^>]{0,400}>",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern WRITES = Pattern.compile(
      "\\bdocument\\.write(?:ln)?\\s{0,9}\\(\\s{0,9}[\"']\\s{0,9}(<(?:table|thead|tbody|tr|td|th)\\b)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern FUNCTION = Pattern
      .compile("\\bfunction\\s{1,9}(\\w{1,60})\\s{0,9}\\(");
  private static final Pattern CALL = Pattern
      .compile("\\s*+(\\w{1,60})\\s{0,9}\\([^()]{0,80}\\)\\s*+;?\\s*+");
  private static final int LONGEST_CALL = 400;
  private static final int LONGEST_FUNCTION = 2_000;
  private static final int MOST_FUNCTIONS = 1_000;

  private final String html;
  private final Map<String, String> functions = new HashMap<>();

  private HtmlWritten(String html) {
    this.html = html;
  }

  /// The page with the tags in it. Its lines keep their numbers.
  static String in(String html) {
    return WRITES.matcher(html).find() ? new HtmlWritten(html).page() : html;
  }

  private String page() {
    var page = new StringBuilder();
    var tags = SCRIPT.matcher(html);
    int copied = 0;
    int body = -1;
    while (tags.find()) {
      if (tags.group(1).isEmpty()) {
        body = tags.end();
      } else if (body >= 0) {
        page.append(html, copied, tags.end()).append(written(html.substring(body, tags.start())));
        copied = tags.end();
        body = -1;
      }
    }
    return page.append(html, copied, html.length()).toString();
  }

  private String written(String script) {
    if (script.length() <= LONGEST_CALL) {
      var call = CALL.matcher(script);
      if (call.matches()) {
        return functions.getOrDefault(call.group(1), "");
      }
    }
    var function = FUNCTION.matcher(script);
    if (!function.find()) {
      return first(WRITES.matcher(script));
    }
    do {
      functions.put(function.group(1), first(WRITES.matcher(script).region(function.end(),
          Math.min(script.length(), function.end() + LONGEST_FUNCTION))));
    } while (functions.size() < MOST_FUNCTIONS && function.find());
    return "";
  }

  private static String first(Matcher writes) {
    return writes.find() ? writes.group(1) + ">" : "";
  }
}
