package dev.meanwhile.store.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Locale;

/// What differs between machines.
public final class Platform {
  private Platform() {}

  static boolean hasPosixFiles() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }

  /// A file attribute for a mode such as `rw-------`; nothing where the file system has no such modes.
  public static FileAttribute<?>[] mode(String permissions) {
    return hasPosixFiles()
        ? new FileAttribute<?>[]{
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
        : new FileAttribute<?>[0];
  }

  /// The name of the packed binaries for this machine, as the jars that carry them spell it.
  static String binariesResource() {
    return "postgres-%s-%s.txz".formatted(system(), processor());
  }

  private static String system() {
    var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return "darwin";
    }
    return name.startsWith("windows") ? "windows" : name;
  }

  private static String processor() {
    return switch (System.getProperty("os.arch", "")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      case String other -> other;
    };
  }

  /// Whether this process is root, whom PostgreSQL refuses to serve.
  static boolean isRoot() {
    return Files.exists(Path.of("/proc/self")) && ownerOf(Path.of("/proc/self")) == 0;
  }

  /// The numeric owner of a file.
  static int ownerOf(Path file) {
    try {
      return (int) Files.getAttribute(file, "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether a program of this name can be started.
  static boolean hasProgram(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }
}
