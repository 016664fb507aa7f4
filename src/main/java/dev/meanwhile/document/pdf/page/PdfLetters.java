package dev.meanwhile.document.pdf.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.text.TextPosition;

/// Gathers the letters of a page and makes words of them.
final class PdfLetters {
  private static final float WORD_GAP = 0.22f;
  private static final float SAME_LETTER = 0.15f;

  private final List<TextPosition> letters = new ArrayList<>();
  private final List<TextPosition> artifacts = new ArrayList<>();

  /// Adds a letter, or what the document says is none of its text.
  void add(TextPosition letter, boolean artifact) {
    if (letter.getUnicode() != null) {
      (artifact ? artifacts : letters).add(letter);
    }
  }

  /// A page of nothing but artifacts is marked wrongly.
  private List<TextPosition> letters() {
    return letters.size() < artifacts.size() / 4 ? artifacts : letters;
  }

  /// The direction in which most of the letters run, in degrees.
  int direction() {
    var directions = new HashMap<Integer, Integer>();
    letters().forEach(l -> directions.merge(Math.round(l.getDir()), 1, Integer::sum));
    return directions.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue()
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey).orElse(0);
  }

  /// The words that run in a direction; others are decoration, as a watermark across the page is.
  List<PdfWord> words(int direction) {
    var glyphs = letters().stream().filter(l -> Math.round(l.getDir()) == direction)
        .map(PdfLetters::glyph).toList();
    var words = new ArrayList<PdfWord>();
    for (var line : PdfWord.lines(glyphs)) {
      wordsOf(line, words);
    }
    return words;
  }

  private static PdfWord glyph(TextPosition letter) {
    var descriptor = letter.getFont().getFontDescriptor();
    var name = letter.getFont().getName();
    boolean bold = (name != null && name.toLowerCase(Locale.ROOT).contains("bold"))
        || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600));
    float size = letter.getYScale() > 0.5f ? letter.getYScale() : letter.getHeightDir();
    return new PdfWord(plain(letter.getUnicode()), letter.getXDirAdj(),
        letter.getXDirAdj() + Math.max(0, letter.getWidthDirAdj()), letter.getYDirAdj(),
        Math.max(1, size), bold);
  }

  /// Without the letters that are two in one, and with one kind of space.
  private static String plain(String text) {
    boolean joined = text.chars().anyMatch(c -> c >= '\ufb00' && c <= '\ufb06');
    return (joined ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text)
        .replace('\u00a0', ' ');
  }

  private static void wordsOf(List<PdfWord> line, List<PdfWord> words) {
    var word = new ArrayList<PdfWord>();
    for (var glyph : line) {
      var last = word.isEmpty() ? null : word.getLast();
      boolean space = glyph.text().isBlank();
      if (last != null && (space || glyph.left() - last.right() > WORD_GAP * glyph.size())) {
        words.add(joined(word));
        word.clear();
      }
      if (!space && !(last != null && isDrawnTwice(last, glyph))) {
        word.add(glyph);
      }
    }
    if (!word.isEmpty()) {
      words.add(joined(word));
    }
  }

  /// Some programs draw a letter twice, a little aside, to make it bold.
  private static boolean isDrawnTwice(PdfWord last, PdfWord glyph) {
    return last.text().equals(glyph.text())
        && glyph.left() - last.left() < SAME_LETTER * glyph.size();
  }

  private static PdfWord joined(List<PdfWord> glyphs) {
    var text = new StringBuilder();
    float size = 0;
    glyphs.forEach(g -> text.append(g.text()));
    for (var glyph : glyphs) {
      size = Math.max(size, glyph.size());
    }
    var first = glyphs.getFirst();
    return new PdfWord(text.toString(), first.left(), glyphs.getLast().right(), first.base(), size,
        glyphs.stream().allMatch(PdfWord::bold));
  }
}
