package dev.meanwhile.task.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.handler.Handlers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The bot's coverage paths, which stay when the task API is off.
@RestController
@RequestMapping("/api/v1/bot")
class CoverageTestController {
  private static final String TYPE = "coverage_analysis";
  /// When the path that answers at once was replaced: 2026-01-01T00:00:00Z, as RFC 9745 writes it.
  private static final String DEPRECATED = "@1767225600";
  private static final String SUCCESSOR = "</api/v1/bot/coverage-test>; rel=\"successor-version\"";

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

  @Operation(operationId = "start_coverage_test", summary = "Analyses coverage in the background")
  @ApiResponse(responseCode = "422", description = "The idempotency key was used for another request")
  @ApiResponse(responseCode = "429", description = "A quota is used up")
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

  /// What the path that waits answers.
  ///
  /// @param report the report's own JSON; absent when its artifact is gone already
  record CoverageAnswer(UUID taskId, ProjectKey projectId, @Nullable ObjectNode result,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable JsonNode report) {}

  @Operation(operationId = "coverage_test", summary = "Analyses coverage and waits for the report; replaced by coverage-test", deprecated = true)
  @ApiResponse(responseCode = "200", description = "The report", content = @Content(mediaType = "application/json", schema = @Schema(implementation = CoverageAnswer.class)))
  @ApiResponse(responseCode = "202", description = "The task, not over after 30 s", content = @Content(mediaType = "application/json", schema = @Schema(implementation = Task.class)))
  @ApiResponse(responseCode = "409", description = "The task was cancelled")
  @ApiResponse(responseCode = "422", description = "The task failed; the code is its own")
  @ApiResponse(responseCode = "429", description = "A quota is used up")
  @PostMapping("/coverage-test-sync")
  ResponseEntity<Object> answer(UserId user, @RequestBody ObjectNode body,
      HttpServletResponse response) throws InterruptedException {
    response.setHeader("Deprecation", DEPRECATED); // before anything can fail: failures say it too
    response.setHeader(HttpHeaders.LINK, SUCCESSOR);
    var created = create(user, body, null);
    var task = waits.await(user, created.task().taskId(), Waits.LONGEST);
    return switch (task.status()) {
      case PENDING, RUNNING -> ResponseEntity.accepted().headers(TaskResponses.headers(task))
          .body(task);
      case COMPLETED -> ResponseEntity.ok(report(user, task));
      case FAILED, CANCELLED -> throw failed(task);
    };
  }

  private CoverageAnswer report(UserId user, Task task) {
    var report = artifacts.madeBy(user, task.taskId()).stream()
        .filter(artifact -> artifact.name().equals("coverage.json")).findFirst()
        .map(artifact -> json.readTree(artifacts.content(user, artifact.artifactId())));
    return new CoverageAnswer(task.taskId(), task.projectId(), task.result(), report.orElse(null));
  }

  private static Problem failed(Task task) {
    var error = task.error();
    return error == null
        ? Problem.conflict("task %s was cancelled".formatted(task.taskId()))
        : Problem.failed(error.code(), "task %s failed: %s".formatted(task.taskId(),
            error.message()));
  }
}
