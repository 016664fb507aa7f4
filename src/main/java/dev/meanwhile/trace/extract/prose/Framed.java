package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Statements between corner brackets, as AUTOSAR writes them: the ID before them, what they refine behind them in round
/// brackets. What stands around them is text.
final class Framed {
  private static final String OPENING = "⌈";
  private static final String CLOSING = "⌋";
  private static final int MOST_PASSAGES = 30;
  private static final Pattern FRAME = Pattern.compile(
      "[\\[(]?([A-Za-z][\\w.~-]{1,63})[\\])]?[ \\t]{0,3}(?:\\{[^{}⌈]{0,60}\\}[ \\t]{0,3})?(?:[^⌈⌋\\n.]{0,120}\\n?)?⌈([^⌈⌋]{1,8000})⌋[ \\t]{0,3}(?:\\(([^()]{0,400})\\))?");

  private Framed() {}

  /// Where the passages end that a frame which begins in one of them needs; its place if none is complete.
  static int end(List<Passage> passages, int at) {
    if (!isText(passages.get(at)) || !passages.get(at).text().contains(OPENING)) {
      return at;
    }
    var file = passages.get(at).source().file();
    for (int end = at; end < passages.size() && end - at < MOST_PASSAGES; end++) {
      var passage = passages.get(end);
      if (!isText(passage) || !passage.source().file().equals(file)) {
        return at;
      }
      if (passage.text().lastIndexOf(CLOSING) > passage.text().lastIndexOf(OPENING)) {
        return end + 1;
      }
    }
    return at;
  }

  private static boolean isText(Passage passage) {
    return passage.kind() == Kind.PARAGRAPH || passage.kind() == Kind.ITEM;
  }

  /// The needs in passages, and what stands around them.
  static List<Passage> in(List<Passage> passages) {
    var text = new StringBuilder();
    for (var passage : passages) {
      text.append(text.isEmpty() ? "" : passage.kind() == Kind.ITEM ? "\n- " : "\n")
          .append(passage.text());
    }
    var source = passages.getFirst().source();
    var found = new ArrayList<Passage>();
    var frame = FRAME.matcher(text);
    int done = 0;
    while (frame.find()) {
      if (Ids.isId(frame.group(1)) && Ids.isSure(frame.group(1))) {
        around(text.substring(done, frame.start()), source, found);
        found.add(need(frame.group(1), frame.group(2), frame.group(3), source));
        done = frame.end();
      }
    }
    around(text.substring(done), source, found);
    return found;
  }

  private static void around(String text, Source source, List<Passage> found) {
    if (!Words.trimmed(text).isEmpty()) {
      found.add(Passage.paragraph(Words.trimmed(text), source));
    }
  }

  private static Passage need(String id, String statement, @Nullable String parents,
      Source source) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("type", "requirement");
    fields.put("id", id);
    if (parents != null && !parents.isBlank()) {
      fields.put("parent", Words.oneLine(parents));
    }
    return Passage.need(statement.strip(), fields, source);
  }
}
