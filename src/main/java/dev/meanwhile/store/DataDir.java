package dev.meanwhile.store;

import dev.meanwhile.store.embedded.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
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
      Files.createDirectories(dataDir, Platform.mode("rwx--x--x"));
      return dataDir.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("the data folder " + dataDir + " can't be made", e);
    }
  }

  /// For files that hold a secret: only the owner may read and write them.
  public static FileAttribute<?>[] ownerOnly() {
    return Platform.mode("rw-------");
  }
}
