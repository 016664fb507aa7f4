package dev.meanwhile.document;

import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.extract.Ids;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Reads documents: Markdown, plain text, CSV, XLSX and DOCX. Thread-safe.
@Component
@EnableConfigurationProperties(DocumentSettings.class)
public final class Documents {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
  private static final int NAME_CHARACTERS = 120;

  private final DocumentSettings limits;

  Documents(DocumentSettings limits) {
    this.limits = limits;
  }

  /// Documents with the default limits, for use without a container.
  public static Documents withDefaults() {
    return new Documents(DocumentSettings.defaults());
  }

  /// Reads a file. Its type is told by its first bytes and its extension together.
  ///
  /// @throws Problem unreadable, with the reason, or of a type that isn't supported; the message names the file
  public Document read(String name, byte[] content) {
    var file = safeName(name);
    var passages = new Passages(file, limits);
    return switch (Format.of(file, content)) {
      case MARKDOWN -> text(passages, "markdown", Decoded.text(file, content));
      case TEXT -> text(passages, "text", Decoded.text(file, content));
      case CSV -> text(passages, "csv", Decoded.text(file, content));
      case XLSX -> new Workbook(OfficeZip.open(file, content, limits), passages).read();
      case DOCX -> new WordDocument(OfficeZip.open(file, content, limits), passages).read();
    };
  }

  /// Reads text that somebody typed or pasted: a CSV table if it begins like one, else Markdown, which plain text is too.
  ///
  /// @param name how positions call the text
  public Document readText(String name, String text) {
    var passages = new Passages(name, limits);
    return text(passages, looksLikeCsv(text) ? "csv" : "markdown", text);
  }

  private static Document text(Passages passages, String format, String text) {
    switch (format) {
      case "csv" -> CsvText.read(text, passages);
      case "markdown" -> MarkdownText.read(text, passages);
      default -> PlainText.read(text, passages);
    }
    return new Document(passages.file(), format, 1, passages.all());
  }

  private static boolean looksLikeCsv(String text) {
    var lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).limit(50).toList();
    return !lines.isEmpty()
        && DELIMITERS.stream().anyMatch(d -> isHeader(lines.getFirst(), d) || areRows(lines, d));
  }

  private static boolean isHeader(String line, char delimiter) {
    return line.indexOf(delimiter) > 0 && Extraction.isHeader(CsvText.cells(line, delimiter));
  }

  private static boolean areRows(List<String> lines, char delimiter) {
    return lines.stream()
        .allMatch(l -> l.indexOf(delimiter) > 0 && Ids.isId(l.substring(0, l.indexOf(delimiter))
            .replace("\"", "").strip()));
  }

  /// The last part of a path, without control characters and of a bounded length.
  private static String safeName(String name) {
    var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    var visible = last.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
    var whole = visible.isEmpty() ? "unnamed" : visible;
    return whole.length() <= NAME_CHARACTERS
        ? whole
        : whole.substring(whole.length() - NAME_CHARACTERS);
  }

  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
