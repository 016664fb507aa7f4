package dev.meanwhile.artifact;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.project.Projects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The files that users brought. Somebody else's file is answered as if it did not exist.
@Component
public class Files {
  private static final String COLUMNS = """
    select file_id, project_id, name, media_type, size, sha256, created_at, blob_id from file
    """;

  private final JdbcClient jdbc;
  private final Blobs blobs;
  private final Projects projects;
  private final Clock clock;

  Files(JdbcClient jdbc, Blobs blobs, Projects projects, Clock clock) {
    this.jdbc = jdbc;
    this.blobs = blobs;
    this.projects = projects;
    this.clock = clock;
  }

  /// A file that comes in.
  ///
  /// @param name as the client wrote it
  @SuppressWarnings("ArrayRecordComponent") // bytes are handed on, never compared
  public record Upload(String name, String mediaType, byte[] content) {}

  /// Stores files, all or none.
  ///
  /// @throws Problem over `meanwhile.files.max-size` or `meanwhile.files.per-user`
  @Transactional
  public List<StoredFile> store(UserId user, ProjectKey project, List<Upload> uploads) {
    projects.use(user, project);
    blobs.reserve(user, uploads.stream().mapToLong(upload -> upload.content().length).sum());
    return uploads.stream().map(upload -> store(user, project, upload)).toList();
  }

  private StoredFile store(UserId user, ProjectKey project, Upload upload) {
    var name = SafeName.of(upload.name());
    var blob = blobs.store(user, name, upload.content());
    var file = new StoredFile(blobs.newId(), project, name, upload.mediaType(),
        upload.content().length, Blobs.sha256(upload.content()), clock.instant());
    jdbc.sql("""
      insert into file (file_id, user_id, project_id, name, media_type, size, sha256, blob_id,
        created_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """).param(file.fileId()).param(user.value()).param(project.value()).param(name)
        .param(file.mediaType()).param(file.size()).param(file.sha256()).param(blob)
        .param(file.createdAt().atOffset(ZoneOffset.UTC)).update();
    return file;
  }

  /// The user's file.
  ///
  /// @throws Problem not found
  public StoredFile get(UserId user, UUID fileId) {
    return find(user, fileId).orElseThrow(() -> Problem.notFound("file " + fileId));
  }

  /// The user's file, if there is one of that ID.
  public Optional<StoredFile> find(UserId user, UUID fileId) {
    return jdbc.sql(COLUMNS + "where user_id = ? and file_id = ?").param(user.value()).param(fileId)
        .query(Files::file).optional();
  }

  /// The files of a project, newest first, 1,000 at the most.
  public List<StoredFile> list(UserId user, ProjectKey project) {
    projects.get(user, project);
    return jdbc.sql(COLUMNS + """
      where user_id = ? and project_id = ? order by created_at desc, file_id desc limit 1000
      """).param(user.value()).param(project.value()).query(Files::file).list();
  }

  /// The bytes of the user's file.
  ///
  /// @throws Problem not found
  public byte[] content(UserId user, UUID fileId) {
    return blobs.content(blobOf(user, fileId));
  }

  /// Deletes the user's file; what tasks made of it stays.
  ///
  /// @throws Problem not found
  @Transactional
  public void delete(UserId user, UUID fileId) {
    var blob = blobOf(user, fileId);
    jdbc.sql("delete from file where file_id = ?").param(fileId).update();
    blobs.delete(blob);
  }

  private UUID blobOf(UserId user, UUID fileId) {
    return jdbc.sql("select blob_id from file where user_id = ? and file_id = ?")
        .param(user.value()).param(fileId).query(UUID.class).optional()
        .orElseThrow(() -> Problem.notFound("file " + fileId));
  }

  private static StoredFile file(ResultSet row, int number) throws SQLException {
    return new StoredFile(row.getObject("file_id", UUID.class),
        new ProjectKey(row.getString("project_id")), row.getString("name"),
        row.getString("media_type"), row.getLong("size"), row.getString("sha256"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
