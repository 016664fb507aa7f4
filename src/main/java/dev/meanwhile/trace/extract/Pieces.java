package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;

/// A passage in pieces that are each read in a moment, so that a text of megabytes on one line can be watched and
/// stopped. It is cut behind a sentence, else between lines or words.
final class Pieces {
  static final int LONGEST = 50_000;

  private Pieces() {}

  static List<Passage> of(Passage passage) {
    boolean isText = passage.kind() == Kind.PARAGRAPH || passage.kind() == Kind.ITEM;
    return isText && passage.text().length() > LONGEST ? cut(passage) : List.of(passage);
  }

  private static List<Passage> cut(Passage passage) {
    var text = passage.text();
    var pieces = new ArrayList<Passage>();
    int line = 0;
    for (int start = 0; start < text.length();) {
      int end = end(text, start);
      var piece = text.substring(start, end);
      pieces.add(new Passage(passage.kind(), piece, List.of(), passage.level(), passage.fields(),
          below(passage.source(), line)));
      line += (int) piece.chars().filter(c -> c == '\n').count();
      start = end;
    }
    return pieces;
  }

  private static Source below(Source source, int lines) {
    return source.line() == null ? source : source.atLine(source.line() + lines);
  }

  private static int end(String text, int start) {
    int most = start + LONGEST;
    if (most >= text.length()) {
      return text.length();
    }
    for (var kind : Cut.values()) {
      for (int at = most; at > most - LONGEST / 2; at--) {
        if (kind.isAt(text, at)) {
          return at;
        }
      }
    }
    return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
  }

  /// Where a text may be cut, the best first.
  private enum Cut {
    SENTENCE, LINE, WORD;

    boolean isAt(String text, int at) {
      char before = text.charAt(at - 1);
      return switch (this) {
        case SENTENCE -> Character.isWhitespace(before) && ".!?;".indexOf(text.charAt(at - 2)) >= 0;
        case LINE -> before == '\n';
        case WORD -> Character.isWhitespace(before);
      };
    }
  }
}
