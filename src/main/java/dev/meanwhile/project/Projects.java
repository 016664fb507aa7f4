package dev.meanwhile.project;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// All projects, each seen by its own user only.
@Component
public class Projects {
  private final JdbcClient jdbc;
  private final Clock clock;

  Projects(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /// Makes the project if the user hasn't used it before.
  public void use(UserId user, ProjectKey project) {
    jdbc.sql("""
      insert into project (user_id, project_id, created_at) values (?, ?, ?)
      on conflict do nothing
      """).param(user.value()).param(project.value())
        .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
  }

  /// The user's project.
  ///
  /// @throws Problem not found, when the user has never used the key
  public Project get(UserId user, ProjectKey project) {
    return find(user, project)
        .orElseThrow(() -> Problem.notFound("project \"%s\"".formatted(project)));
  }

  /// The user's project, if the user has used the key.
  public Optional<Project> find(UserId user, ProjectKey project) {
    return jdbc.sql("""
      select project_id, created_at from project where user_id = ? and project_id = ?
      """).param(user.value()).param(project.value()).query(Projects::project).optional();
  }

  /// The user's projects by key, 1,000 at the most.
  public List<Project> list(UserId user) {
    return jdbc.sql("""
      select project_id, created_at from project where user_id = ?
      order by project_id limit 1000
      """).param(user.value()).query(Projects::project).list();
  }

  private static Project project(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    return new Project(new ProjectKey(row.getString("project_id")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
