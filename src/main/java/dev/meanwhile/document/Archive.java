package dev.meanwhile.document;

import dev.meanwhile.Problem;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// What an Office file is by what it holds, told from its bytes before anything is unpacked.
final class Archive {
  private Archive() {}

  /// The format of a zip archive, told by the names of its parts.
  static Format format(String file, byte[] content) {
    var bytes = new String(content, StandardCharsets.ISO_8859_1);
    if (bytes.contains("word/document")) {
      return Format.DOCX;
    }
    if (bytes.contains("xl/workbook.xml")) {
      return Format.XLSX;
    }
    throw Problem.unsupportedType(file + ": it is " + other(bytes) + "; " + Format.SUPPORTED);
  }

  private static String other(String bytes) {
    if (bytes.contains("xl/workbook.bin")) {
      return "a binary Excel workbook (xlsb)";
    }
    if (bytes.contains("ppt/presentation.xml")) {
      return "a presentation";
    }
    return bytes.contains("mimetypeapplication/vnd.oasis.opendocument")
        ? "an OpenDocument file"
        : "a zip archive";
  }

  /// The format of an OLE container, told by the names of its streams.
  static @Nullable Format oldFormat(String file, byte[] content) {
    var bytes = new String(content, StandardCharsets.ISO_8859_1);
    if (bytes.contains(wide("EncryptedPackage"))) {
      throw Problem.unreadable(file + ": it is encrypted with a password; save it without one");
    }
    if (bytes.contains(wide("WordDocument"))) {
      return Format.DOC;
    }
    var what = bytes.contains(wide("Workbook"))
        ? "an Excel workbook of the old format; save it as xlsx"
        : "a file of the old Office format; " + Format.SUPPORTED;
    throw Problem.unsupportedType(file + ": it is " + what);
  }

  private static String wide(String name) {
    return new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
  }
}
