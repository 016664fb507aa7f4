package dev.meanwhile.project;

import dev.meanwhile.UserId;
import java.util.List;
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
  record NewProject(ProjectKey projectId) {}

  /// What a listing answers.
  record ProjectList(List<Project> projects) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Project create(UserId user, @RequestBody NewProject body) {
    projects.use(user, body.projectId());
    return projects.get(user, body.projectId());
  }

  @GetMapping
  ProjectList list(UserId user) {
    return new ProjectList(projects.list(user));
  }
}
