package dev.meanwhile.document.pdf;

import dev.meanwhile.document.pdf.page.PdfPage;
import dev.meanwhile.document.pdf.page.PdfWord;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes text of the words of a cell or a paragraph: lines that were only wrapped are one line again.
final class PdfText {
  private static final Pattern ITEM = Pattern
      .compile("^(?:[-•▪◦–*·o\uf0b7]|\\(?(?:[a-zA-Z]|\\d{1,2}|[ivx]{1,4})[.)])$");
  private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\p{N}-]+");
  private static final float PARAGRAPH_GAP = 1.55f;
  private static final float WORD_SPACE = 0.3f;
  private static final float CUT_WIDTH = 0.65f;
  private static final int WHOLE_WORD = 4;
  private static final int FEWEST_HYPHENS = 3;
  private static final int WORDS_FOR_ONE_HYPHEN = 400;
  private static final int MOST_ID_LINES = 6;
  private static final float ONE_LETTER = 1.4f;
  private static final int LONGEST_REST = 3;
  private static final String JOINS = "-_.";

  /// How often the document writes each word, hyphens included.
  private final Map<String, Integer> vocabulary = new HashMap<>();

  /// Whether the program that set the document cut words: one that doesn't ends a line only behind a word's own hyphen.
  private final boolean cutsWords;

  PdfText(List<PdfPage> pages) {
    long words = 0;
    long hyphens = 0;
    for (var page : pages) {
      words += page.words().size();
      hyphens += page.words().stream().filter(PdfText::isHyphened).count();
      page.words().forEach(word -> PARTS.splitAsStream(word.text().toLowerCase(Locale.ROOT))
          .forEach(part -> vocabulary.merge(part, 1, Integer::sum)));
    }
    cutsWords = hyphens >= FEWEST_HYPHENS && hyphens * WORDS_FOR_ONE_HYPHEN > words;
  }

  /// The text of words that stand in a column.
  ///
  /// @param right where the column ends
  String of(List<PdfWord> words, float right) {
    var lines = PdfWord.lines(words);
    var id = cutId(lines, right);
    return id == null ? joined(lines, right) : id;
  }

  /// The ID that a column too narrow for it cuts into lines, behind a sign or where no letter more had room; null if the
  /// words are something else.
  private static @Nullable String cutId(List<List<PdfWord>> lines, float right) {
    if (lines.size() < 2 || lines.size() > MOST_ID_LINES
        || lines.stream().anyMatch(line -> line.size() > 1)) {
      return null;
    }
    var parts = lines.stream().map(List::getFirst).toList();
    boolean isCut = parts.stream().limit(parts.size() - 1)
        .allMatch(part -> JOINS.indexOf(part.text().charAt(part.text().length() - 1)) >= 0
            || right - part.right() < ONE_LETTER * part.size());
    var id = parts.stream().map(PdfWord::text).collect(Collectors.joining());
    boolean isList = Ids.isId(parts.getFirst().text()) && Ids.isSure(parts.getFirst().text());
    return isCut && !isList && Ids.isId(id) && Ids.isSure(id) ? id : null;
  }

  private String joined(List<List<PdfWord>> lines, float right) {
    var text = new StringBuilder();
    List<PdfWord> before = List.of();
    for (var line : lines) {
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
    boolean isWord = word.text().chars().allMatch(Character::isLowerCase);
    boolean inside = !isWord && (".-_".indexOf(rest.charAt(0)) >= 0
        || Character.isDigit(rest.charAt(0)));
    return fills && (digits || (inside && Ids.isId(word.text() + rest))
        || vocabulary.containsKey(part(word.text(), true) + part(rest, false))
        || isCutWord(word, rest, right));
  }

  /// Whether a word without any room behind it and the rest below are found nowhere else.
  private boolean isCutWord(PdfWord word, String rest, float right) {
    return right - word.right() < word.size() && rest.length() <= LONGEST_REST
        && Character.isLowerCase(rest.charAt(0))
        && Character.isLowerCase(word.text().charAt(word.text().length() - 1))
        && vocabulary.getOrDefault(part(word.text(), true), 0) == 1
        && vocabulary.getOrDefault(part(rest, false), 0) == 1;
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
    return isItem(line) || Extraction.isLabelled(joined(line)) || pitch > PARAGRAPH_GAP * size
        || first.right() - first.left() < room - 2 * size;
  }

  /// Whether a line begins with an ID, in brackets or not.
  static boolean beginsWithId(List<PdfWord> line) {
    var ids = Ids.in(line.getFirst().text());
    return !ids.isEmpty() && ids.getFirst().start() <= 1 && Ids.isSure(ids.getFirst().id());
  }

  /// A text and what goes on with it on another page.
  String together(String before, String rest) {
    var whole = new StringBuilder(before);
    append(whole, rest);
    return whole.toString();
  }

  private static boolean isHyphen(List<PdfWord> line) {
    return isHyphened(line.getLast());
  }

  private static boolean isHyphened(PdfWord word) {
    var text = word.text();
    return text.length() > 1 && "-\u2010\u00ad".indexOf(text.charAt(text.length() - 1)) >= 0;
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
    if (!cutsWords) {
      return false;
    }
    boolean isWord = vocabulary.getOrDefault(right, 0) > 1;
    return !isWord || !(vocabulary.containsKey(left) || left.length() >= WHOLE_WORD);
  }

  private static String part(String text, boolean last) {
    var parts = new ArrayList<>(List.of(PARTS.split(text.toLowerCase(Locale.ROOT), -1)));
    return last ? parts.getLast() : parts.getFirst();
  }
}
