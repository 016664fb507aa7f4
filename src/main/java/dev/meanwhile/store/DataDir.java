package dev.meanwhile.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The folder of this installation: the embedded database and the first token live here.
///
/// @param dataDir `meanwhile.data-dir`; absolute once constructed
@ConfigurationProperties("meanwhile")
public record DataDir(@DefaultValue("data") Path dataDir) {

  public DataDir {
    dataDir = dataDir.toAbsolutePath().normalize();
  }

  /// The folder with all symbolic links resolved, made if it wasn't there.
  ///
  /// Others may pass through it but not list it: the unprivileged account of the database has to reach its own folder.
  public Path create() {
    try {
      Files.createDirectories(dataDir, mode("rwx--x--x"));
      return dataDir.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder " + dataDir + " can't be made", e);
    }
  }

  /// For files that hold a secret: only the owner may read and write them.
  public static FileAttribute<?>[] ownerOnly() {
    return mode("rw-------");
  }

  /// A file attribute for a mode such as `rw-------`; nothing where the file system has no such modes.
  static FileAttribute<?>[] mode(String permissions) {
    return Platform.hasPosixFiles()
        ? new FileAttribute<?>[]{
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
        : new FileAttribute<?>[0];
  }
}
