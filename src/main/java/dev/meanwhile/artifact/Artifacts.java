package dev.meanwhile.artifact;

import static java.util.Comparator.comparing;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.NewEvent;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.project.Projects;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What tasks made. Somebody else's artifact is answered as if it did not exist.
@Component
public class Artifacts {
  private static final String COLUMNS = """
    select artifact_id, project_id, name, version, kind, media_type, size, sha256, task_id,
      created_at
    from artifact
    """;
  private static final String NEWEST = """
    and not exists (select 1 from artifact newer
      where newer.user_id = artifact.user_id and newer.project_id = artifact.project_id
        and newer.name = artifact.name and newer.version > artifact.version)
    """;

  private final JdbcClient jdbc;
  private final Blobs blobs;
  private final Projects projects;
  private final Feed feed;
  private final Clock clock;

  Artifacts(JdbcClient jdbc, Blobs blobs, Projects projects, Feed feed, Clock clock) {
    this.jdbc = jdbc;
    this.blobs = blobs;
    this.projects = projects;
    this.feed = feed;
    this.clock = clock;
  }

  /// Stores what a task made, all or none, with the current transaction, and tells it. Names are taken in one order,
  /// so that two tasks of a project never wait for each other.
  ///
  /// @throws Problem over `meanwhile.files.max-size` or `meanwhile.files.per-user`
  @Transactional
  public List<Artifact> store(UserId user, ProjectKey project, @Nullable UUID taskId,
      @Nullable UUID conversationId, List<NewArtifact> artifacts) {
    if (artifacts.isEmpty()) {
      return List.of();
    }
    projects.use(user, project);
    blobs.reserve(user, artifacts.stream().mapToLong(artifact -> artifact.content().length).sum());
    var stored = store(user, project, taskId,
        artifacts.stream().sorted(comparing(NewArtifact::name)).toList());
    stored.forEach(artifact -> feed.tell(new NewEvent(user, "artifact.created", conversationId,
        taskId, Map.of("artifact", artifact))));
    return stored;
  }

  /// Stores the bytes of what a task makes before the task ends, so that its end is quick. Nobody sees them until
  /// [#store] names them.
  ///
  /// @throws Problem over `meanwhile.files.max-size`
  public NewArtifact stage(UserId user, NewArtifact made) {
    return made.storedAs(blobs.store(user, SafeName.of(made.name()), made.content()));
  }

  /// Removes the bytes that were staged for a task and that nothing of it names.
  public void discard(UUID taskId, List<NewArtifact> staged) {
    staged.stream().map(NewArtifact::blob).filter(Objects::nonNull)
        .forEach(blob -> jdbc.sql("""
          delete from blob where blob_id = :blob
            and not exists (select 1 from artifact where task_id = :task and blob_id = :blob)
          """).param("blob", blob).param("task", taskId).update());
  }

  private List<Artifact> store(UserId user, ProjectKey project, @Nullable UUID taskId,
      List<NewArtifact> made) {
    var versions = newestVersions(user, project, made);
    var now = clock.instant();
    var artifacts = made.stream().map(each -> {
      var name = SafeName.of(each.name());
      return new Artifact(blobs.newId(), project, name, versions.merge(name, 1, Integer::sum),
          each.kind(), each.mediaType(), each.content().length, Blobs.sha256(each.content()),
          taskId, now);
    }).toList();
    insert(user, project, taskId, artifacts, made.stream().map(each -> blob(user, each)).toList());
    return artifacts;
  }

  private UUID blob(UserId user, NewArtifact made) {
    return made.blob() != null
        ? made.blob()
        : blobs.store(user, SafeName.of(made.name()), made.content());
  }

  /// Takes the next versions of all names at once, and tells the newest before them.
  private Map<String, Integer> newestVersions(UserId user, ProjectKey project,
      List<NewArtifact> made) {
    var names = made.stream().map(each -> SafeName.of(each.name())).toArray(String[]::new);
    var newest = new HashMap<String, Integer>();
    jdbc.sql("""
      with wanted as (select name, count(*)::int as n from unnest(:names) as name group by name)
      insert into artifact_name (user_id, project_id, name, latest)
      select :user, :project, name, n from wanted order by name
      on conflict (user_id, project_id, name)
        do update set latest = artifact_name.latest + excluded.latest
      returning name,
        latest - (select n from wanted where wanted.name = artifact_name.name) as before
      """).param("names", names).param("user", user.value()).param("project", project.value())
        .query(row -> {
          newest.put(row.getString("name"), row.getInt("before"));
        });
    return newest;
  }

  private void insert(UserId user, ProjectKey project, @Nullable UUID taskId,
      List<Artifact> artifacts, List<UUID> blobs) {
    jdbc.sql("""
      insert into artifact (artifact_id, user_id, project_id, name, version, kind, media_type,
        size, sha256, task_id, blob_id, created_at)
      select id, :user, :project, name, version, kind, media_type, size, sha256, :task::uuid, blob,
        now
      from unnest(:ids::uuid[], :names::text[], :versions::int[], :kinds::text[],
          :mediaTypes::text[], :sizes::bigint[], :hashes::text[], :blobs::uuid[],
          :now::timestamptz[])
        as made (id, name, version, kind, media_type, size, sha256, blob, now)
      """).param("user", user.value()).param("project", project.value()).param("task", taskId)
        .param("ids", column(artifacts, Artifact::artifactId))
        .param("names", column(artifacts, Artifact::name))
        .param("versions", column(artifacts, Artifact::version))
        .param("kinds", column(artifacts, Artifact::kind))
        .param("mediaTypes", column(artifacts, Artifact::mediaType))
        .param("sizes", column(artifacts, Artifact::size))
        .param("hashes", column(artifacts, Artifact::sha256))
        .param("blobs", column(blobs, blob -> blob))
        .param("now", column(artifacts, Artifact::createdAt)).update();
  }

  private static <T> String[] column(List<T> rows, Function<T, Object> value) {
    return rows.stream().map(value).map(Object::toString).toArray(String[]::new);
  }

  /// The user's artifact.
  ///
  /// @throws Problem not found
  public Artifact get(UserId user, UUID artifactId) {
    return find(user, artifactId).orElseThrow(() -> Problem.notFound("artifact " + artifactId));
  }

  /// The user's artifact, if there is one of that ID.
  public Optional<Artifact> find(UserId user, UUID artifactId) {
    return jdbc.sql(COLUMNS + "where user_id = ? and artifact_id = ?").param(user.value())
        .param(artifactId).query(Artifacts::artifact).optional();
  }

  /// All versions of the artifact's name, newest first.
  public List<Artifact> versions(UserId user, Artifact artifact) {
    return jdbc.sql(COLUMNS + """
      where user_id = ? and project_id = ? and name = ? order by version desc limit 1000
      """).param(user.value()).param(artifact.projectId().value()).param(artifact.name())
        .query(Artifacts::artifact).list();
  }

  /// The newest version of each name in the project, by name, 10,000 at the most.
  ///
  /// @throws Problem not found, when the user has no such project
  public List<Artifact> list(UserId user, ProjectKey project) {
    projects.get(user, project);
    return jdbc.sql(COLUMNS + "where user_id = ? and project_id = ? " + NEWEST
        + " order by name limit 10000").param(user.value()).param(project.value())
        .query(Artifacts::artifact).list();
  }

  /// The newest version of each artifact of a kind, by name; empty for a project that was never used.
  public List<Artifact> newest(UserId user, ProjectKey project, String kind) {
    return jdbc
        .sql(COLUMNS + "where user_id = ? and project_id = ? and kind = ? " + NEWEST
            + " order by name limit 10000")
        .param(user.value()).param(project.value()).param(kind)
        .query(Artifacts::artifact).list();
  }

  /// What a task made, by name.
  public List<Artifact> madeBy(UserId user, UUID taskId) {
    return jdbc.sql(COLUMNS + "where task_id = ? and user_id = ? order by name").param(taskId)
        .param(user.value()).query(Artifacts::artifact).list();
  }

  /// The bytes of the user's artifact.
  ///
  /// @throws Problem not found
  public byte[] content(UserId user, UUID artifactId) {
    return blobs.content(blobOf(user, artifactId));
  }

  /// Deletes one version; when it was the newest, the one before it is the newest again.
  ///
  /// @throws Problem not found
  @Transactional
  public void delete(UserId user, UUID artifactId) {
    var blob = blobOf(user, artifactId);
    jdbc.sql("delete from artifact where artifact_id = ?").param(artifactId).update();
    blobs.delete(blob);
  }

  /// How many bytes the user's files and artifacts hold.
  public long bytesUsed(UserId user) {
    return blobs.used(user);
  }

  /// How many bytes a user's files and artifacts may hold.
  public long bytesAllowed() {
    return blobs.allowed();
  }

  private UUID blobOf(UserId user, UUID artifactId) {
    return jdbc.sql("select blob_id from artifact where user_id = ? and artifact_id = ?")
        .param(user.value()).param(artifactId).query(UUID.class).optional()
        .orElseThrow(() -> Problem.notFound("artifact " + artifactId));
  }

  private static Artifact artifact(ResultSet row, int number) throws SQLException {
    return new Artifact(row.getObject("artifact_id", UUID.class),
        new ProjectKey(row.getString("project_id")), row.getString("name"), row.getInt("version"),
        row.getString("kind"), row.getString("media_type"), row.getLong("size"),
        row.getString("sha256"), row.getObject("task_id", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
