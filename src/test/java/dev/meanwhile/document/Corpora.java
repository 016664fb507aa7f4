package dev.meanwhile.document;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.meanwhile.document.reading.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// Real requirement documents that nobody here wrote, in the folder that MEANWHILE_CORPORA names. They aren't part of
/// this repository; without them the tests are skipped, except on a build server, where they fail.
@NullMarked
public final class Corpora {
  /// Those that state requirements with IDs of their own.
  public static final List<String> SPECIFICATIONS = List.of("cfs-hk/hk_FunctionalRequirements.csv",
      "cfs-fm/fm_FunctionalRequirements.csv", "cfs-fm/RTTM.xlsx", "cfs-fm/requirements.docx",
      "fprime/ActiveLogger/sdd.md", "fprime/CmdDispatcher/sdd.md", "fprime/FatalHandler/sdd.md",
      "fprime/Health/sdd.md", "fprime/PrmDb/sdd.md");

  private Corpora() {}

  /// Whether there are any; on a build server they must be.
  public static boolean areHere() {
    var folder = System.getenv("MEANWHILE_CORPORA");
    boolean here = folder != null && !folder.isBlank();
    if (!here && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(
          "MEANWHILE_CORPORA names no folder, and this is a build server (CI=true)");
    }
    return here;
  }

  /// A file of the corpora; without them the test is skipped.
  public static Path file(String path) {
    if (!areHere()) {
      abort("MEANWHILE_CORPORA names no folder: corpus tests are skipped");
    }
    return Path.of(String.valueOf(System.getenv("MEANWHILE_CORPORA"))).resolve(path);
  }

  /// A file of the corpora, read.
  public static Document document(String path) {
    return Documents.withDefaults().read(path, bytes(path));
  }

  /// The paths of the files in a folder of the corpora, by name.
  public static List<String> list(String folder) {
    try (var files = Files.list(file(folder))) {
      return files.map(f -> folder + "/" + f.getFileName()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The bytes of a file of the corpora.
  public static byte[] bytes(String path) {
    try {
      return Files.readAllBytes(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
