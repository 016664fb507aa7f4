package dev.meanwhile.trace;

import java.util.List;

/// A piece of a document, as the reader of the document hands it over: the smallest part with a position of its own.
///
/// @param kind what it is in the document
/// @param text the text as written; for a row, its cells with ` | ` between
/// @param cells the row's cells as written, else empty
/// @param level the level of a heading or the depth of a list item from 1, else 0
/// @param source where it stands
public record Passage(Kind kind, String text, List<String> cells, int level, Source source) {

  /// What a passage is in its document.
  public enum Kind {
    HEADING, PARAGRAPH, ITEM, ROW, CODE;

    @Override
    public String toString() {
      return Words.lower(name());
    }
  }

  public Passage {
    cells = List.copyOf(cells);
  }

  /// A heading of a level from 1.
  public static Passage heading(String text, int level, Source source) {
    return new Passage(Kind.HEADING, text, List.of(), level, source);
  }

  /// A paragraph.
  public static Passage paragraph(String text, Source source) {
    return new Passage(Kind.PARAGRAPH, text, List.of(), 0, source);
  }

  /// A list item of a depth from 1.
  public static Passage item(String text, int depth, Source source) {
    return new Passage(Kind.ITEM, text, List.of(), depth, source);
  }

  /// Text that a program wrote or reads; no requirement is looked for in it.
  public static Passage code(String text, Source source) {
    return new Passage(Kind.CODE, text, List.of(), 0, source);
  }

  /// A row of a table.
  public static Passage row(List<String> cells, Source source) {
    return new Passage(Kind.ROW, String.join(" | ", cells), cells, 0, source);
  }
}
