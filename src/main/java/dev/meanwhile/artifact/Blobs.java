package dev.meanwhile.artifact;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The bytes of files and artifacts, and how many a user may have.
@Component
class Blobs {
  /// Space comes back only when somebody deletes something, so there is no point in asking soon.
  private static final Duration ASK_AGAIN = Duration.ofHours(1);

  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
  private final JdbcClient jdbc;
  private final FileSettings settings;

  Blobs(JdbcClient jdbc, FileSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  UUID newId() {
    return ids.generate();
  }

  /// Makes room for `bytes` more, under a lock of the user's until the transaction ends.
  void reserve(UserId user, long bytes) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('files of ' || ?, 0))")
        .param(user.value()).query(rows -> {});
    long used = used(user);
    if (used + bytes > settings.perUser().toBytes()) {
      throw Problem.quota("files-per-user", "%,d of %,d bytes are in use (meanwhile.files.per-user)"
          .formatted(used, settings.perUser().toBytes()) + "; delete files or artifacts first",
          ASK_AGAIN);
    }
  }

  long allowed() {
    return settings.perUser().toBytes();
  }

  long used(UserId user) {
    return jdbc.sql("""
      select coalesce((select sum(size) from file where user_id = :user), 0)
           + coalesce((select sum(size) from artifact where user_id = :user), 0)
      """).param("user", user.value()).query(Long.class).single();
  }

  UUID store(UserId user, String name, byte[] content) {
    if (content.length > settings.maxSize().toBytes()) {
      throw Problem.tooLarge("%s has %,d bytes, the most is %,d (meanwhile.files.max-size)"
          .formatted(name, content.length, settings.maxSize().toBytes()));
    }
    var id = newId();
    jdbc.sql("insert into blob (blob_id, user_id, content) values (?, ?, ?)").param(id)
        .param(user.value()).param(content).update();
    return id;
  }

  byte[] content(UUID blobId) {
    return jdbc.sql("select content from blob where blob_id = ?").param(blobId).query(byte[].class)
        .single();
  }

  void delete(UUID blobId) {
    jdbc.sql("delete from blob where blob_id = ?").param(blobId).update();
  }

  /// Removes what nobody has named for a day: its task was cancelled, or its node died, before the end was written.
  @Scheduled(fixedDelayString = "${meanwhile.files.trim-every:1h}")
  void trim() {
    jdbc.sql("""
      delete from blob
      where blob_id < (lpad(to_hex((extract(epoch from now() - interval '1 day') * 1000)::bigint),
          12, '0') || repeat('0', 20))::uuid
        and not exists (select 1 from artifact where artifact.blob_id = blob.blob_id)
        and not exists (select 1 from file where file.blob_id = blob.blob_id)
      """).update();
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
