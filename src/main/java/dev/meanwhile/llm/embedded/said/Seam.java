package dev.meanwhile.llm.embedded.said;

import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.phrase.Phrasebook;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds where a user's words end and a document that they pasted without marks begins.
final class Seam {
  /// Longer words than this, in characters, are no wish: the document begins earlier.
  private static final int LONGEST_WISH = 4_000;
  private static final int SHORTEST_AFTER_COLON = 12;
  private static final Phrases QUESTION = Phrasebook.of(Seam.class).phrases("question");
  private static final Pattern COLON = Pattern.compile(":\\s*+(?<=\\s)");

  private final String text;
  private final List<Line> lines;

  private Seam(String text) {
    this.text = text;
    this.lines = Line.of(text);
  }

  /// The place of the seam, or -1 when nothing was pasted. Who asks about a requirement by its ID has pasted none.
  static int in(String text) {
    if (QUESTION.are(text)) {
      return -1;
    }
    var seam = new Seam(text);
    int place = seam.place();
    boolean isTooLong = (place < 0 ? text.length() : place) > LONGEST_WISH;
    return isTooLong ? seam.afterFirstLine() : place;
  }

  private int afterFirstLine() {
    int end = lines.getFirst().end();
    return end > LONGEST_WISH ? 0 : end;
  }

  private int place() {
    int colon = colon();
    int shape = shape();
    if (shape < 0 && colon < 0 && lines.size() > 1) {
      shape = lines.stream().filter(Line::isBinding).mapToInt(Line::start).findFirst().orElse(-1);
    }
    return shape < 0 ? colon : earliest(shape, colon, heading(), pointed(), ordered());
  }

  private int colon() {
    var found = COLON.matcher(text);
    return found.find() && text.length() - found.end() >= SHORTEST_AFTER_COLON ? found.end() : -1;
  }

  /// Where something begins that only a document has: a requirement with an ID, or a table.
  private int shape() {
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      boolean isRow = line.isRowBefore(i + 1 < lines.size() ? lines.get(i + 1) : new Line(0, ""));
      if (isRow || line.requirement() >= 0) {
        return isRow ? line.start() : line.requirement();
      }
    }
    return -1;
  }

  private int heading() {
    return lines.stream().filter(Line::isHeading).mapToInt(Line::start).findFirst().orElse(-1);
  }

  /// The end of a line that points at what follows, and of the orders right below it.
  private int pointed() {
    for (int i = 0; i < lines.size() - 1; i++) {
      if (lines.get(i).isPointing()) {
        return startOf(pastOrders(i + 1));
      }
    }
    return -1;
  }

  /// The end of the orders at the head of a message, if a blank line parts them from the rest.
  private int ordered() {
    int next = pastOrders(0);
    return next > 0 && lines.get(next - 1).isBlank() ? startOf(next) : -1;
  }

  private int pastOrders(int first) {
    int next = first;
    while (next < lines.size() && isOrder(lines.get(next))) {
      next++;
    }
    return next;
  }

  private static boolean isOrder(Line line) {
    return line.isBlank()
        || (line.text().length() <= LONGEST_WISH && Orders.isOrder(line.text()));
  }

  private int startOf(int line) {
    return line < lines.size() ? lines.get(line).start() : text.length();
  }

  private static int earliest(int... places) {
    return IntStream.of(places).filter(place -> place >= 0).min().orElse(-1);
  }
}
