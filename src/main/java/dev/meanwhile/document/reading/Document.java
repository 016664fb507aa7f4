package dev.meanwhile.document.reading;

import dev.meanwhile.trace.Passage;
import java.util.List;
import java.util.stream.Collectors;

/// A document that was read.
///
/// @param name the file's name without its path
/// @param format for example `docx`
/// @param pages pages as the document itself counts them, sheets of a workbook, else 1
/// @param passages in the order of the document
/// @param notes what whoever uses it should know, for example what was left out
public record Document(String name, String format, int pages, List<Passage> passages,
    List<String> notes) {
  public Document {
    notes = List.copyOf(notes);
    passages = List.copyOf(passages);
  }

  /// The whole text, one passage after the other with an empty line between them.
  public String text() {
    return passages.stream().map(Passage::text).collect(Collectors.joining("\n\n"));
  }

  /// How many characters (UTF-16 units) the passages hold.
  public int characters() {
    return passages.stream().mapToInt(p -> p.text().length()).sum();
  }
}
