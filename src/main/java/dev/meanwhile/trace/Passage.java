package dev.meanwhile.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A piece of a document, as the reader of the document hands it over: the smallest part with a position of its own.
///
/// Some formats say themselves what is a requirement and which part of it is what: need directives in
/// reStructuredText, nodes in StrictDoc. Each of those is one passage of the kind `NEED`. Its text is the statement
/// alone, and its fields are what the author wrote beside it, in the order of the document, their names in lower case:
///
/// - `type`, always there: the directive's or node's name, for example `req`, `test`, `requirement`
/// - `id` and `title`, if there are any; StrictDoc's `UID` is the `id`
/// - each other option or field under its own name, the text as written: `status`, `tags`, `rationale`, `comment`
/// - links: in reStructuredText options like any other, for example `links` or `reqs`, with IDs between commas or
///   semicolons; in StrictDoc the relations, by their role if they have one (`refines`, `verifies`), else by their type
///   (`parent`, `child`, `file`), with `, ` between several
///
/// Which types are requirements and which fields are links is for the reader of the passages to decide: a directive's
/// name is its author's own.
///
/// @param kind what it is in the document
/// @param text the text as written; for a row, its cells with ` | ` between
/// @param cells the row's cells as written, else empty
/// @param level the level of a heading or the depth of a list item from 1, else 0
/// @param fields a need's fields by name, else empty
/// @param source where it stands
public record Passage(Kind kind, String text, List<String> cells, int level,
    Map<String, String> fields, Source source) {

  /// What a passage is in its document.
  public enum Kind {
    HEADING, PARAGRAPH, ITEM, ROW, CODE, NEED;

    @Override
    public String toString() {
      return Words.lower(name());
    }
  }

  public Passage {
    cells = List.copyOf(cells);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /// A heading of a level from 1.
  public static Passage heading(String text, int level, Source source) {
    return new Passage(Kind.HEADING, text, List.of(), level, Map.of(), source);
  }

  /// A paragraph.
  public static Passage paragraph(String text, Source source) {
    return new Passage(Kind.PARAGRAPH, text, List.of(), 0, Map.of(), source);
  }

  /// A list item of a depth from 1.
  public static Passage item(String text, int depth, Source source) {
    return new Passage(Kind.ITEM, text, List.of(), depth, Map.of(), source);
  }

  /// Text that a program wrote or reads; no requirement is looked for in it.
  public static Passage code(String text, Source source) {
    return new Passage(Kind.CODE, text, List.of(), 0, Map.of(), source);
  }

  /// A row of a table.
  public static Passage row(List<String> cells, Source source) {
    return new Passage(Kind.ROW, String.join(" | ", cells), cells, 0, Map.of(), source);
  }

  /// A need: a piece that its author marked as a requirement, a test or the like.
  ///
  /// @param text the statement, which may be empty when the title says it all
  /// @param fields with at least the `type`
  public static Passage need(String text, Map<String, String> fields, Source source) {
    if (!fields.containsKey("type")) {
      throw new IllegalArgumentException("a need has a type, not " + fields);
    }
    return new Passage(Kind.NEED, text, List.of(), 0, fields, source);
  }

  /// A need's field, or null if it hasn't that one.
  public @Nullable String field(String name) {
    return fields.get(name);
  }
}
