package dev.meanwhile.document.pdf;

import dev.meanwhile.trace.extract.id.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes text of the words of a cell or a paragraph: lines that were only wrapped are one line again.
final class PdfText {
  private static final Pattern ITEM = Pattern
      .compile("^(?:[-•▪◦–*·o\uf0b7]|\\(?(?:[a-zA-Z]|\\d{1,2}|[ivx]{1,4})[.)])$");
  private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}-]+");
  private static final float PARAGRAPH_GAP = 1.55f;
  private static final float WORD_SPACE = 0.3f;
  private static final float CUT_WIDTH = 0.65f;
  private static final int WHOLE_WORD = 4;

  /// How often the document writes each word, hyphens included.
  private final Map<String, Integer> vocabulary = new HashMap<>();

  PdfText(List<PdfPage> pages) {
    pages.forEach(page -> page.words()
        .forEach(word -> PARTS.splitAsStream(word.text().toLowerCase(Locale.ROOT))
            .forEach(part -> vocabulary.merge(part, 1, Integer::sum))));
  }

  /// The text of words that stand in a column.
  ///
  /// @param right where the column ends
  String of(List<PdfWord> words, float right) {
    var text = new StringBuilder();
    List<PdfWord> before = List.of();
    for (var line : PdfWord.lines(words)) {
      if (before.isEmpty()) {
        text.append(joined(line));
      } else if (isCut(before, line, right)) {
        text.append(joined(line));
      } else if (isNewLine(before, line, right)) {
        text.append('\n').append(joined(line));
      } else {
        append(text, joined(line));
      }
      before = line;
    }
    return text.toString();
  }

  static String joined(List<PdfWord> line) {
    return line.stream().map(PdfWord::text).collect(Collectors.joining(" "));
  }

  static boolean isItem(List<PdfWord> line) {
    return line.size() > 1 && ITEM.matcher(line.getFirst().text()).matches();
  }

  /// A narrow column cuts an ID, a number or a word that is wider than it is.
  private boolean isCut(List<PdfWord> before, List<PdfWord> line, float right) {
    var word = before.getLast();
    var rest = line.getFirst().text();
    boolean fills = before.size() == 1
        && word.right() - word.left() > CUT_WIDTH * (right - word.left());
    boolean digits = (word.text() + rest).chars().allMatch(Character::isDigit);
    boolean inside = ".-_".indexOf(rest.charAt(0)) >= 0 || Character.isDigit(rest.charAt(0));
    return fills && (digits || (inside && Ids.isId(word.text() + rest))
        || vocabulary.containsKey(part(word.text(), true) + part(rest, false)));
  }

  /// A line that isn't the rest of the one before: it begins an item, it stands apart, or its first word would have had
  /// room above.
  private static boolean isNewLine(List<PdfWord> before, List<PdfWord> line, float right) {
    var first = line.getFirst();
    if (isHyphen(before) && Character.isLowerCase(first.text().charAt(0))) {
      return false;
    }
    float size = Math.max(before.getFirst().size(), first.size());
    float pitch = first.base() - before.getFirst().base();
    float room = right - before.getLast().right() - WORD_SPACE * size;
    return isItem(line) || pitch > PARAGRAPH_GAP * size
        || first.right() - first.left() < room - 2 * size;
  }

  private static boolean isHyphen(List<PdfWord> line) {
    var last = line.getLast().text();
    return last.length() > 1 && "-\u2010\u00ad".indexOf(last.charAt(last.length() - 1)) >= 0;
  }

  /// Takes away a hyphen that only stands for the end of a line.
  private void append(StringBuilder text, String line) {
    int end = text.length() - 1;
    char last = text.charAt(end);
    boolean letterBefore = end > 0 && Character.isLetterOrDigit(text.charAt(end - 1));
    if (last == '\u00ad') {
      text.setLength(end);
    } else if ((last == '-' || last == '\u2010') && letterBefore) {
      if (Character.isLowerCase(line.charAt(0)) && isOnlyWrapped(text.substring(0, end), line)) {
        text.setLength(end);
      }
    } else {
      text.append(' ');
    }
    text.append(line);
  }

  private boolean isOnlyWrapped(String before, String after) {
    var left = part(before, true);
    var right = part(after, false);
    int whole = vocabulary.getOrDefault(left + right, 0);
    int hyphenated = vocabulary.getOrDefault(left + "-" + right, 0);
    if (whole != hyphenated) {
      return whole > hyphenated;
    }
    boolean isWord = vocabulary.getOrDefault(right, 0) > 1;
    return !isWord || !(vocabulary.containsKey(left) || left.length() >= WHOLE_WORD);
  }

  private static String part(String text, boolean last) {
    var parts = new ArrayList<>(List.of(PARTS.split(text.toLowerCase(Locale.ROOT), -1)));
    return last ? parts.getLast() : parts.getFirst();
  }
}
