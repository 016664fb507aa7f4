package dev.meanwhile.task.rest;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.handler.Handlers;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The bot's coverage paths, which stay when the task API is off.
@RestController
@RequestMapping("/api/v1/bot")
class CoverageTestController {
  private static final String TYPE = "coverage_analysis";
  /// When the path that answers at once was replaced: 2026-01-01T00:00:00Z, as RFC 9745 writes it.
  private static final String DEPRECATED = "@1767225600";

  private final Tasks tasks;
  private final Handlers handlers;
  private final Wishes wishes;
  private final TaskResponses responses;
  private final Waits waits;
  private final Artifacts artifacts;
  private final JsonMapper json;

  CoverageTestController(Tasks tasks, Handlers handlers, Wishes wishes, TaskResponses responses,
      Waits waits, Artifacts artifacts, JsonMapper json) {
    this.tasks = tasks;
    this.handlers = handlers;
    this.wishes = wishes;
    this.responses = responses;
    this.waits = waits;
    this.artifacts = artifacts;
    this.json = json;
  }

  @PostMapping("/coverage-test")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true, description = "Accepted")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true, description = "Ended within the preferred wait")
  ResponseEntity<Task> start(UserId user, @RequestBody ObjectNode body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
      throws InterruptedException {
    return responses.created(user, create(user, body, key), prefer);
  }

  private Tasks.Created create(UserId user, ObjectNode body, @Nullable String key) {
    return tasks.create(wishes.read(user, handlers.ofType(TYPE).kind(), body, key));
  }

  @PostMapping("/coverage-test-sync")
  @ApiResponse(responseCode = "200", description = "The report")
  @ApiResponse(responseCode = "202", description = "The task, not over after 30 s")
  ResponseEntity<Object> answer(UserId user, @RequestBody ObjectNode body)
      throws InterruptedException {
    var created = create(user, body, null);
    var task = waits.await(user, created.task().taskId(), Waits.LONGEST);
    var headers = new HttpHeaders();
    headers.set("Deprecation", DEPRECATED);
    headers.set(HttpHeaders.LINK, "</api/v1/bot/coverage-test>; rel=\"successor-version\"");
    return switch (task.status()) {
      case PENDING, RUNNING -> ResponseEntity.accepted().headers(headers).body(task);
      case COMPLETED -> ResponseEntity.ok().headers(headers).body(report(user, task));
      case FAILED, CANCELLED -> throw failed(task);
    };
  }

  private Map<String, Object> report(UserId user, Task task) {
    var report = new LinkedHashMap<String, Object>();
    report.put("task_id", task.taskId());
    report.put("project_id", task.projectId());
    report.put("result", task.result());
    artifacts.madeBy(user, task.taskId()).stream()
        .filter(artifact -> artifact.name().equals("coverage.json")).findFirst()
        .ifPresent(artifact -> report.put("report",
            json.readTree(artifacts.content(user, artifact.artifactId()))));
    return report;
  }

  private static Problem failed(Task task) {
    var error = task.error();
    return Problem.unreadable("task %s %s".formatted(task.taskId(),
        error == null ? "was cancelled" : "failed: " + error.message()));
  }
}
