package dev.meanwhile.document.pdf;

import dev.meanwhile.document.pdf.page.PdfPage;
import dev.meanwhile.document.pdf.page.PdfWord;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes headings, paragraphs and list items of the lines that stand outside of tables.
final class PdfProse {
  private static final float PARAGRAPH_GAP = 1.6f;
  private static final float LARGER = 1.12f;
  private static final int HEADING_CHARACTERS = 120;
  private static final float LONG_WORD = 5;
  private static final Pattern NUMBERED = Pattern.compile("^(?:\\d{1,2}(?:\\.\\d{1,3}){0,6}\\.?)$");
  private static final Pattern CONTENTS_LINE = Pattern.compile("(?:\\. ?){5}[ .]*[\\divxl-]{1,6}$");

  private final Passages passages;
  private final PdfText text;
  private final float usual;
  /// The last paragraph of a page or a column, which may go on at the top of the next.
  private @Nullable Open open;

  /// A paragraph that may go on.
  ///
  /// @param isFull whether its last line has no room for another word
  private record Open(String text, Source source, float size, boolean isItem, boolean isFull) {}

  PdfProse(Passages passages, List<PdfPage> pages, PdfText text) {
    this.passages = passages;
    this.text = text;
    this.usual = usualSize(pages);
  }

  /// The size of most of the letters.
  private static float usualSize(List<PdfPage> pages) {
    var letters = new HashMap<Integer, Integer>();
    pages.forEach(page -> page.words()
        .forEach(w -> letters.merge(Math.round(w.size() * 2), w.text().length(), Integer::sum)));
    return letters.entrySet().stream().max(Map.Entry.<Integer, Integer>comparingByValue()
        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(e -> e.getKey() / 2f).orElse(10f);
  }

  void lines(int page, List<List<PdfWord>> lines) {
    float right = 0;
    for (var line : lines) {
      right = Math.max(right, line.getLast().right());
    }
    var block = new ArrayList<List<PdfWord>>();
    for (var line : lines) {
      if (!block.isEmpty() && isNew(block, line, right)) {
        block(page, block, right);
        block.clear();
      }
      block.add(line);
    }
    block(page, block, right);
  }

  /// What follows is no text that the last paragraph could go on in.
  void end() {
    var last = open;
    open = null;
    if (last != null) {
      write(last);
    }
  }

  private void write(Open last) {
    if (last.isItem()) {
      passages.item(last.text().substring(last.text().indexOf(' ') + 1), 1, last.source());
    } else {
      passages.paragraph(last.text(), last.source());
    }
  }

  private boolean isNew(List<List<PdfWord>> block, List<PdfWord> line, float right) {
    var before = block.getLast();
    var first = line.getFirst();
    float size = Math.max(first.size(), before.getFirst().size());
    boolean apart = first.base() - before.getFirst().base() > PARAGRAPH_GAP * size;
    boolean sizes = Math.abs(first.size() - before.getFirst().size()) > 0.8f;
    boolean heading = isHeading(before) != isHeading(line);
    boolean ended = right - before.getLast().right() > first.right() - first.left() + 3 * size;
    return apart || sizes || heading || PdfText.isItem(line)
        || Extraction.isLabelled(PdfText.joined(line))
        || (ended && endsSentence(before));
  }

  private static boolean endsSentence(List<PdfWord> line) {
    var last = line.getLast().text();
    return ".:;?!".indexOf(last.charAt(last.length() - 1)) >= 0;
  }

  private void block(int page, List<List<PdfWord>> block, float right) {
    if (block.isEmpty()) {
      return;
    }
    var words = block.stream().flatMap(List::stream).toList();
    var whole = text.of(words, right);
    if (CONTENTS_LINE.matcher(whole).find()) {
      return;
    }
    if (block.size() <= 2 && isHeading(block.getFirst())
        && whole.length() <= HEADING_CHARACTERS) {
      end();
      passages.heading(whole.replace('\n', ' '), level(block.getFirst()),
          Source.page(passages.file(), page, passages.heading()));
    } else {
      paragraph(page, block, whole, right);
    }
  }

  private void paragraph(int page, List<List<PdfWord>> block, String whole, float right) {
    var before = open;
    boolean goesOn = before != null && goesOn(before, block.getFirst());
    if (!goesOn) {
      end();
    }
    var last = block.getLast().getLast();
    boolean isFull = right - last.right() < LONG_WORD * last.size();
    open = goesOn && before != null
        ? new Open(text.together(before.text(), whole), before.source(), before.size(),
            before.isItem(), isFull)
        : new Open(whole, Source.page(passages.file(), page, passages.heading()),
            block.getFirst().getFirst().size(), PdfText.isItem(block.getFirst()), isFull);
  }

  /// Whether a line is the rest of a paragraph that another page or column began: that one ends within a sentence, and
  /// this is no beginning.
  private static boolean goesOn(Open before, List<PdfWord> line) {
    var first = line.getFirst();
    boolean ended = ".:;?!".indexOf(before.text().charAt(before.text().length() - 1)) >= 0;
    boolean begins = PdfText.isItem(line) || first.bold()
        || Math.abs(first.size() - before.size()) > 0.8f || PdfText.beginsWithId(line)
        || Extraction.isLabelled(PdfText.joined(line));
    return !ended && !begins
        && (before.isFull() || !Character.isUpperCase(first.text().codePointAt(0)));
  }

  private boolean isHeading(List<PdfWord> line) {
    boolean strong = line.stream().allMatch(PdfWord::bold)
        || line.getFirst().size() > usual * LARGER;
    var whole = PdfText.joined(line);
    return strong && whole.length() <= HEADING_CHARACTERS && !whole.endsWith(".")
        && whole.chars().anyMatch(Character::isLetter);
  }

  /// By its number's dots, else by its size.
  private int level(List<PdfWord> line) {
    var first = line.getFirst();
    if (NUMBERED.matcher(first.text()).matches()) {
      return (int) first.text().replaceAll("\\.$", "").chars().filter(c -> c == '.').count() + 1;
    }
    return first.size() > usual * 1.5f ? 1 : first.size() > usual * LARGER ? 2 : 3;
  }
}
