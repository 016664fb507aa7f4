package dev.meanwhile.document.pdf;

import dev.meanwhile.document.pdf.page.PdfPage;
import dev.meanwhile.document.pdf.page.PdfWord;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.trace.extract.Extraction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The heads and feet that pages repeat, and their page numbers. They are no text of the document.
final class PdfFurniture {
  private static final float ZONE = 0.14f;
  private static final float PLACE_POINTS = 6;
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern PAGE_NUMBER = Pattern.compile(
      "^(?:[-–(\\[]\\s*)?(?:page\\s+)?(?:[a-z]-)?\\d{1,4}(?:\\s*(?:of|/)\\s*\\d{1,4})?(?:\\s*[-–)\\]])?$"
          + "|^[ivxl]{1,7}$",
      Pattern.CASE_INSENSITIVE);

  private final Map<String, Set<Integer>> pagesOf = new HashMap<>();
  private final int enough;

  private PdfFurniture(int pages) {
    this.enough = Math.max(2, Math.round(pages * 0.4f));
  }

  /// The pages without it.
  static List<PdfPage> without(List<PdfPage> pages, Passages passages) {
    var furniture = new PdfFurniture(pages.size());
    pages.forEach(furniture::count);
    return pages.stream().map(page -> {
      passages.counts(0);
      return furniture.removed(page);
    }).toList();
  }

  private void count(PdfPage page) {
    for (var line : PdfWord.lines(page.words())) {
      if (isInZone(page, line)) {
        pagesOf.computeIfAbsent(key(page, line), _ -> new HashSet<>()).add(page.number());
      }
    }
  }

  private PdfPage removed(PdfPage page) {
    var grids = PdfGrid.of(page);
    var gone = new HashSet<PdfWord>();
    for (var line : PdfWord.lines(page.words())) {
      if (isRepeated(page, line) && grids.stream().noneMatch(
          g -> g.holds(line.getFirst()) && !isAllRepeated(page, g))) {
        gone.addAll(line);
      }
    }
    return gone.isEmpty()
        ? page
        : page.with(page.words().stream().filter(w -> !gone.contains(w)).toList());
  }

  /// A drawn table goes as a whole or not at all: the header of a long table is repeated too.
  private boolean isAllRepeated(PdfPage page, PdfGrid grid) {
    return PdfWord.lines(page.words().stream().filter(grid::holds).toList()).stream()
        .allMatch(line -> isRepeated(page, line));
  }

  private boolean isRepeated(PdfPage page, List<PdfWord> line) {
    if (!isInZone(page, line)) {
      return false;
    }
    var text = PdfText.joined(line);
    if (PAGE_NUMBER.matcher(text).matches()) {
      return true;
    }
    int times = pagesOf.getOrDefault(key(page, line), Set.of()).size();
    return times >= enough
        && !Extraction.isHeader(PdfColumns.segments(line).stream().map(PdfText::joined).toList());
  }

  private static boolean isInZone(PdfPage page, List<PdfWord> line) {
    float at = line.getFirst().base();
    return at < ZONE * page.height() || at > (1 - ZONE) * page.height();
  }

  private static String key(PdfPage page, List<PdfWord> line) {
    boolean top = line.getFirst().base() < page.height() / 2;
    return (top ? "top " : "bottom ") + Math.round(line.getFirst().base() / PLACE_POINTS) + " "
        + DIGITS.matcher(PdfText.joined(line)).replaceAll("#");
  }
}
