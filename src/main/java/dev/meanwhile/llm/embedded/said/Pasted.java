package dev.meanwhile.llm.embedded.said;

import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.phrase.Phrasebook;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A message taken apart into a user's words and the document they pasted. What may be either's is the document's.
///
/// @param wish the words before it, or all when nothing was pasted
/// @param document the pasted text
/// @param afterthought words after it
/// @param doubtful the end of the document, when it reads like words after it
record Pasted(String wish, String document, String afterthought, String doubtful) {
  private static final Pattern FENCE = Pattern.compile("(?s)```[\\w-]*+\\n?+(.*?)(?:```|\\z)");
  private static final Phrases LEAD_IN = Phrasebook.of(Pasted.class).phrases("lead in");
  /// Longer words after a document, in characters, are no wish.
  private static final int LONGEST_AFTERTHOUGHT = 1_000;

  static Pasted in(String text) {
    var fence = FENCE.matcher(text);
    if (fence.find()) {
      return around(text, fence.start(), fence.group(1), fence.end());
    }
    var quote = Line.of(text).stream().dropWhile(line -> !isQuoted(line))
        .takeWhile(Pasted::isQuoted).toList();
    if (!quote.isEmpty()) {
      return around(text, quote.getFirst().start(), unquoted(quote),
          Math.min(text.length(), quote.getLast().end()));
    }
    int seam = Seam.in(text);
    return seam < 0
        ? new Pasted(text, "", "", "")
        : open(text.substring(0, seam).strip(), text.substring(seam).strip());
  }

  private static boolean isQuoted(Line line) {
    return line.text().startsWith(">");
  }

  private static String unquoted(List<Line> quote) {
    return quote.stream().map(line -> line.text().replaceFirst("^> ?", ""))
        .collect(Collectors.joining("\n"));
  }

  private static Pasted around(String text, int start, String document, int end) {
    var wish = text.substring(0, start).strip();
    var after = text.substring(end).strip();
    if (after.length() > LONGEST_AFTERTHOUGHT) {
      after = "";
    }
    return wish.isEmpty()
        ? new Pasted(after, document.strip(), "", "")
        : new Pasted(wish, document.strip(), after, "");
  }

  /// A document without a fence ends only at a last paragraph that goes on with the wish, and that can't be its own.
  private static Pasted open(String wish, String document) {
    var lines = Line.of(document);
    var last = lines.getLast();
    boolean isParagraph = lines.size() > 2 && lines.get(lines.size() - 2).isBlank();
    if (!isParagraph || !isAfterthought(last.text())) {
      return new Pasted(wish, document, "", "");
    }
    var before = document.substring(0, last.start()).strip();
    return isList(Line.of(before))
        ? new Pasted(wish, before, last.text(), "")
        : new Pasted(wish, document, "", last.text());
  }

  private static boolean isAfterthought(String line) {
    return line.length() <= LONGEST_AFTERTHOUGHT && LEAD_IN.begin(line)
        && Orders.isOrder(line);
  }

  /// Whether no line is prose that a further paragraph could go on with.
  private static boolean isList(List<Line> document) {
    for (int i = 0; i < document.size() - 1; i++) {
      if (document.get(i).isRowBefore(document.get(i + 1))) {
        return true;
      }
    }
    return document.stream().allMatch(Line::isListed);
  }
}
