package dev.meanwhile.store.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a folder for one process. The operating system drops the lock with its holder, however that ends.
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes the folder, or refuses with the process that has it.
  static FolderLock take(Path folder) throws IOException {
    var file = folder.resolve("lock");
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        throw refusal(folder, file);
      }
      channel.truncate(0).write(ByteBuffer.wrap(ownProcess().getBytes(StandardCharsets.UTF_8)));
      return new FolderLock(channel);
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw refusal(folder, file);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static String ownProcess() {
    return "process " + ProcessHandle.current().pid();
  }

  private static StoreRefused refusal(Path folder, Path file) throws IOException {
    var holder = Files.readString(file).strip();
    return new StoreRefused(
        "The data folder %s is in use by %s. Stop that one, or give this one its own folder "
            .formatted(folder, holder.isEmpty() ? "another process" : holder)
            + "(meanwhile.data-dir), or let both share an external PostgreSQL (spring.datasource.url).");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
