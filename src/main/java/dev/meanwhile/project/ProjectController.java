package dev.meanwhile.project;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects")
class ProjectController {
  private final Projects projects;

  ProjectController(Projects projects) {
    this.projects = projects;
  }

  /// The body of a request that makes a project.
  record NewProject(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable ProjectKey projectId) {
    NewProject {
      if (projectId == null) {
        throw Problem.badField("project_id", "is missing");
      }
    }
  }

  /// What a listing answers.
  record ProjectList(List<Project> projects) {}

  @Operation(operationId = "create_project", summary = "Makes a project, unless it is there")
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Project create(UserId user, @RequestBody NewProject body) {
    var project = Objects.requireNonNull(body.projectId());
    projects.use(user, project);
    return projects.get(user, project);
  }

  @Operation(operationId = "list_projects", summary = "The caller's projects")
  @GetMapping
  ProjectList list(UserId user) {
    return new ProjectList(projects.list(user));
  }
}
