package dev.meanwhile.document;

import dev.meanwhile.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/// The formats that are read, and how a file's is told.
enum Format {
  MARKDOWN, TEXT, CSV, XLSX, DOCX;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final byte[] PDF = {'%', 'P', 'D', 'F'};
  private static final Set<String> PLAIN = Set.of("", "txt", "text", "rst", "adoc", "sdoc");
  private static final String SUPPORTED = "supported are md, txt, csv, tsv, xlsx and docx";

  static Format of(String file, byte[] content) {
    if (content.length == 0) {
      throw Problem.unreadable(file + ": the file is empty (0 bytes)");
    }
    var extension = Documents.extension(file);
    if (begins(content, ZIP)) {
      return office(file, extension);
    }
    refuseOthers(file, extension, content);
    return text(file, extension);
  }

  private static Format office(String file, String extension) {
    return switch (extension) {
      case "xlsx", "xlsm" -> XLSX;
      case "docx", "docm" -> DOCX;
      default -> throw Problem.unsupportedType(file + ": it is a zip archive; " + SUPPORTED);
    };
  }

  private static void refuseOthers(String file, String extension, byte[] content) {
    if (begins(content, OLE)) {
      throw isEncrypted(content)
          ? Problem.unreadable(file + ": it is encrypted with a password; save it without one")
          : Problem.unsupportedType(
              file + ": it is in the old binary Office format; save it as docx or xlsx");
    }
    if (begins(content, PDF)) {
      throw Problem.unsupportedType(file + ": PDF isn't supported; " + SUPPORTED);
    }
    if (Set.of("xlsx", "xlsm", "docx", "docm").contains(extension)) {
      throw Problem
          .unreadable(file + ": its content isn't what its extension ." + extension + " says");
    }
  }

  private static Format text(String file, String extension) {
    return switch (extension) {
      case "md", "markdown" -> MARKDOWN;
      case "csv", "tsv" -> CSV;
      default -> {
        if (!PLAIN.contains(extension)) {
          throw Problem
              .unsupportedType(file + ": ." + extension + " isn't supported; " + SUPPORTED);
        }
        yield TEXT;
      }
    };
  }

  private static boolean begins(byte[] content, byte[] magic) {
    return content.length >= magic.length
        && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
  }

  /// An encrypted Office file is an OLE container with a stream of this name.
  private static boolean isEncrypted(byte[] content) {
    var bytes = new String(content, StandardCharsets.ISO_8859_1);
    return bytes.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
  }
}
