package dev.meanwhile.store.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked once from the jar that carries them.
///
/// @param folder where `bin`, `lib` and `share` are
record Binaries(Path folder) {
  /// The version of the binaries on the class path; a test holds it against what they say themselves.
  static final String VERSION = "18.6.0";
  private static final int OWNER_MAY_EXECUTE = 0100;
  private static final String UNFINISHED = ".unpacking";

  /// Unpacks into `<home>/<version>` unless that is there; a half-done attempt leaves nothing that would be used.
  static Binaries unpackInto(Path home) throws IOException {
    var target = home.resolve(VERSION);
    if (!Files.isDirectory(target)) {
      var unfinished = home.resolve(UNFINISHED);
      FileSystemUtils.deleteRecursively(unfinished);
      unpack(unfinished);
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }
    return new Binaries(target);
  }

  private static void unpack(Path folder) throws IOException {
    var resource = Platform.binariesResource();
    try (var packed = Binaries.class.getResourceAsStream("/" + resource)) {
      if (packed == null) {
        throw new StoreRefused(
            "There is no embedded PostgreSQL for this machine (%s is not on the class path). "
                .formatted(resource)
                + "Set spring.datasource.url, username and password to use an external one.");
      }
      unpack(packed, folder);
    }
  }

  private static void unpack(InputStream packed, Path folder) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, entry.resolveIn(folder));
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path target)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling("."));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, target);
    if (Platform.hasPosixFiles()) {
      var executable = (entry.getMode() & OWNER_MAY_EXECUTE) != 0;
      Files.setPosixFilePermissions(target,
          PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  /// The full path of `initdb`, `postgres` or `pg_ctl`.
  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }
}
