package dev.meanwhile.store.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who runs PostgreSQL's programs, since they refuse to run as root.
///
/// @param prefix the words before each command that change the user; empty when this process isn't root
/// @param owner whom the database's files belong to; null leaves them alone
record Account(List<String> prefix, @Nullable UserPrincipal owner) {

  /// This process's own user, unless that is root: then a user namespace, where root is nobody in particular but owns
  /// the same files, and where those are off, an unprivileged user.
  ///
  /// @param home the database's own folder, which is given to that user
  static Account choose(Path home, Binaries binaries) throws IOException, InterruptedException {
    if (!Platform.isRoot()) {
      return new Account(List.of(), null);
    }
    for (var account : candidates(home.resolveSibling("."))) {
      if (account.serves(home, binaries)) {
        return account;
      }
    }
    throw new StoreRefused(
        "PostgreSQL doesn't run as root, and neither a user namespace (unshare -U) nor an "
            + "unprivileged user (setpriv) can reach " + home
            + ". Start this server as an ordinary user, or choose a "
            + "meanwhile.data-dir that other users can pass through to, or set spring.datasource.url.");
  }

  private static List<Account> candidates(Path dataDir) throws IOException {
    var candidates = new ArrayList<Account>();
    if (Platform.hasProgram("unshare")) {
      candidates.add(new Account(List.of("unshare", "-U"), user(dataDir, "root").orElse(null)));
    }
    if (Platform.hasProgram("setpriv")) {
      Stream.concat(Stream.of(Files.getOwner(dataDir)),
          Stream.of("postgres", "nobody").flatMap(name -> user(dataDir, name).stream()))
          .filter(owner -> !owner.getName().equals("root")).distinct()
          .map(owner -> new Account(List.of("setpriv"), owner)).forEach(candidates::add);
    }
    return candidates;
  }

  private static Optional<UserPrincipal> user(Path anyFile, String name) {
    try {
      return Optional
          .of(anyFile.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
    } catch (UserPrincipalNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private boolean serves(Path home, Binaries binaries) throws IOException, InterruptedException {
    give(home);
    return Command.run(command(home, List.of("test", "-w", home.toString()))).succeeded()
        && Command.run(command(home, List.of(binaries.program("postgres"), "--version")))
            .succeeded();
  }

  /// Makes the files of the database this account's own.
  void give(Path home) throws IOException {
    var wanted = owner;
    if (wanted == null) {
      return;
    }
    Files.walkFileTree(home, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
          throws IOException {
        return give(folder, wanted);
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        return attributes.isSymbolicLink() ? FileVisitResult.CONTINUE : give(file, wanted);
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        if (failure instanceof NoSuchFileException) {
          // a server left by a killed process may still be writing here
          return FileVisitResult.CONTINUE;
        }
        throw failure;
      }
    });
  }

  private static FileVisitResult give(Path file, UserPrincipal wanted) throws IOException {
    if (!Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(wanted)) {
      Files.setOwner(file, wanted);
    }
    return FileVisitResult.CONTINUE;
  }

  /// The command as this account runs it.
  ///
  /// @param home a folder that was given to this account
  List<String> command(Path home, List<String> command) {
    var words = new ArrayList<>(prefix);
    if (prefix.equals(List.of("setpriv"))) {
      var number = Platform.ownerOf(home);
      words.addAll(List.of("--reuid=" + number, "--regid=" + number, "--clear-groups"));
    }
    words.addAll(command);
    return words;
  }
}
