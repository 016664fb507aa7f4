package dev.meanwhile.document;

import dev.meanwhile.Problem;
import dev.meanwhile.document.office.OfficeZip;
import dev.meanwhile.document.office.OldWordDocument;
import dev.meanwhile.document.office.WordDocument;
import dev.meanwhile.document.office.Workbook;
import dev.meanwhile.document.pdf.PdfDocument;
import dev.meanwhile.document.reading.Decoded;
import dev.meanwhile.document.reading.Document;
import dev.meanwhile.document.reading.DocumentSettings;
import dev.meanwhile.document.reading.Passages;
import dev.meanwhile.document.text.CsvText;
import dev.meanwhile.document.text.HtmlText;
import dev.meanwhile.document.text.MarkdownText;
import dev.meanwhile.document.text.PlainText;
import dev.meanwhile.document.text.RstText;
import dev.meanwhile.document.text.StrictDocText;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// Reads documents: DOCX, DOC, XLSX, CSV, PDF, HTML, Markdown, reStructuredText, StrictDoc and plain text. Thread-safe.
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

  /// Reads a file. What it is is told by its bytes, and among texts by its extension.
  ///
  /// @throws Problem unreadable, with the reason, or of a type that isn't supported; the message names the file
  public Document read(String name, byte[] content) {
    return read(name, content, _ -> {});
  }

  /// Reads a file and tells how far it has come.
  ///
  /// @param percent told each new percentage, on this thread; what it throws ends the reading
  /// @throws Problem unreadable, with the reason, or of a type that isn't supported; the message names the file
  public Document read(String name, byte[] content, IntConsumer percent) {
    var file = safeName(name);
    var passages = new Passages(file, limits, percent);
    passages.progress(0, 1);
    var document = read(file, content, passages);
    if (document.passages().isEmpty()) {
      throw Problem.unreadable(file + ": it holds no text");
    }
    return document;
  }

  private static Document read(String file, byte[] content, Passages passages) {
    try {
      return read(Format.of(file, content), file, content, passages);
    } catch (Problem e) {
      throw passages.reason(e);
    }
  }

  private static Document read(Format format, String file, byte[] content, Passages passages) {
    return switch (format) {
      case XLSX ->
        new Workbook(OfficeZip.open(file, content, passages.limits()), passages).read();
      case DOCX ->
        new WordDocument(OfficeZip.open(file, content, passages.limits()), passages).read();
      case DOC -> new OldWordDocument(content, passages).read();
      case PDF -> new PdfDocument(content, passages).read();
      case HTML -> {
        passages.expect(content.length);
        yield HtmlText.read(content, passages);
      }
      case MARKDOWN, TEXT, CSV, RST, STRICTDOC ->
        text(passages, format, Decoded.text(file, content));
    };
  }

  /// Reads text that somebody typed or pasted: a CSV table, StrictDoc or need directives if it begins like one, else
  /// Markdown, which plain text is too.
  ///
  /// @param name how positions call the text
  public Document readText(String name, String text) {
    var passages = new Passages(name, limits, _ -> {});
    var format = looksLikeCsv(text)
        ? Format.CSV
        : text.startsWith("[DOCUMENT]\n")
            ? Format.STRICTDOC
            : RstText.hasNeeds(text) ? Format.RST : Format.MARKDOWN;
    return text(passages, format, text);
  }

  private static Document text(Passages passages, Format format, String text) {
    passages.expect(text.length());
    switch (format) {
      case CSV -> CsvText.read(text, passages);
      case MARKDOWN -> MarkdownText.read(text, passages);
      case RST -> RstText.read(text, passages);
      case STRICTDOC -> StrictDocText.read(text, passages);
      case TEXT, XLSX, DOCX, DOC, PDF, HTML -> PlainText.read(text, passages);
    }
    return passages.document(format.code(), 1);
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
