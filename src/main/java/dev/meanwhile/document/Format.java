package dev.meanwhile.document;

import dev.meanwhile.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The formats that are read, and how a file's is told: by its first bytes. Only among texts, which all begin alike, the
/// extension decides. An extension that says something else than the bytes is refused, with both named.
enum Format {
  MARKDOWN("Markdown", "md", "markdown"), TEXT("plain text", "txt", "text", ""), CSV(
      "CSV", "csv", "tsv"),
  RST("reStructuredText", "rst", "rest"), STRICTDOC(
      "StrictDoc", "sdoc"),
  HTML("HTML", "html", "htm", "xhtml"), XLSX(
      "an Excel workbook", "xlsx", "xlsm"),
  DOCX("a Word document", "docx", "docm"), DOC(
      "a Word document of the old format", "doc", "dot"),
  PDF("PDF", "pdf");

  /// What somebody can be told to upload.
  static final String SUPPORTED = "supported are docx, doc, xlsx, csv, tsv, pdf, html, md, rst, "
      + "sdoc and txt";
  private static final Set<Format> BINARY = Set.of(XLSX, DOCX, DOC, PDF);
  private static final int HEAD_BYTES = 1024;

  private final String words;
  @SuppressWarnings("ImmutableEnumChecker") // List.of can't be changed; the checker doesn't follow it here
  private final List<String> extensions;

  Format(String words, String... extensions) {
    this.words = words;
    this.extensions = List.of(extensions);
  }

  /// As results name it, for example `docx`.
  String code() {
    return switch (this) {
      case MARKDOWN -> "markdown";
      case TEXT -> "text";
      case STRICTDOC -> "sdoc";
      case CSV, RST, HTML, XLSX, DOCX, DOC, PDF -> extensions.getFirst();
    };
  }

  /// A file's format.
  ///
  /// @throws Problem if it is none of these, or not what its extension says
  static Format of(String file, byte[] content) {
    if (content.length == 0) {
      throw Problem.unreadable(file + ": the file is empty (0 bytes)");
    }
    var extension = Documents.extension(file);
    var said = saidBy(extension);
    var found = binary(file, content);
    if (found == null && said != null && BINARY.contains(said)) {
      throw wrong(file, extension, "text or something unknown");
    }
    if (found != null && said != null && said != found) {
      throw wrong(file, extension, found.words);
    }
    if (found == null && said == null) {
      throw Problem.unsupportedType(file + ": ." + extension + " isn't supported; " + SUPPORTED);
    }
    return found != null ? found : Objects.requireNonNull(said);
  }

  private static @Nullable Format saidBy(String extension) {
    return Arrays.stream(values()).filter(f -> f.extensions.contains(extension)).findFirst()
        .orElse(null);
  }

  private static Problem wrong(String file, String extension, String found) {
    return Problem.unreadable("%s: its content is %s, which isn't what its extension .%s says"
        .formatted(file, found, extension));
  }

  private static @Nullable Format binary(String file, byte[] content) {
    var head = new String(content, 0, Math.min(content.length, HEAD_BYTES),
        StandardCharsets.ISO_8859_1);
    if (head.startsWith("PK\u0003\u0004")) {
      return Archive.format(file, content);
    }
    if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return Archive.oldFormat(file, content);
    }
    if (head.startsWith("%PDF-") || head.strip().startsWith("%PDF-")) {
      return PDF;
    }
    var other = OTHERS.stream().filter(o -> head.startsWith(o.begins)).findFirst();
    if (other.isPresent()) {
      throw Problem.unsupportedType(file + ": it is " + other.get().what + "; " + SUPPORTED);
    }
    return null;
  }

  /// Something that isn't read, and how its files begin.
  private record Other(String begins, String what) {}

  private static final List<Other> OTHERS = List.of(new Other("\u0089PNG", "a picture (PNG)"),
      new Other("\u00ff\u00d8\u00ff", "a picture (JPEG)"), new Other("GIF8", "a picture (GIF)"),
      new Other("II*\0", "a picture (TIFF)"), new Other("MM\0*", "a picture (TIFF)"),
      new Other("\u001f\u008b", "a gzip archive"), new Other("7z\u00bc\u00af", "a 7z archive"),
      new Other("Rar!", "a rar archive"), new Other("\u007fELF", "a program"),
      new Other("MZ", "a program"), new Other("{\\rtf", "a rich text file (RTF)"),
      new Other("PK\u0005\u0006", "an empty zip archive"),
      new Other("%!PS", "a PostScript file"));
}
