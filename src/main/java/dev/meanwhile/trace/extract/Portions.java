package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import java.util.List;
import java.util.regex.Pattern;

/// The marks before each portion of a document that say who may read it, as `(U)` does. They are no part of what the
/// portion says.
final class Portions {
  private static final int FEWEST = 3;
  private static final Pattern MARK = Pattern
      .compile("^\\s{0,4}\\((?:U|CUI|FOUO|U//FOUO|NATO U|NU|R|NR)\\)[ \\t]{1,4}(?=\\S)");

  private Portions() {}

  /// The passages without such marks, if there are some.
  static List<Passage> unmarked(List<Passage> passages) {
    long marked = passages.stream().filter(Portions::isMarked).limit(FEWEST).count();
    return marked < FEWEST ? passages : passages.stream().map(Portions::without).toList();
  }

  private static boolean isMarked(Passage passage) {
    return isText(passage) && MARK.matcher(passage.text()).lookingAt();
  }

  private static boolean isText(Passage passage) {
    return passage.kind() == Kind.HEADING || passage.kind() == Kind.PARAGRAPH
        || passage.kind() == Kind.ITEM;
  }

  private static Passage without(Passage passage) {
    return isMarked(passage)
        ? new Passage(passage.kind(), MARK.matcher(passage.text()).replaceFirst(""),
            passage.cells(), passage.level(), passage.fields(), passage.source())
        : passage;
  }
}
