package dev.meanwhile.task.rest;

import dev.meanwhile.UserId;
import dev.meanwhile.artifact.Artifact;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.artifact.Download;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskFilter;
import dev.meanwhile.task.TaskPage;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.handler.Handlers;
import dev.meanwhile.task.row.History;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.node.ObjectNode;

/// The paths below `/api/v1/tasks`. Not there at all when the task API is off.
@RestController
@RequestMapping("/api/v1/tasks")
@ConditionalOnBooleanProperty(name = "meanwhile.task-api.enabled", matchIfMissing = true)
class TaskController {
  private final Tasks tasks;
  private final Handlers handlers;
  private final Wishes wishes;
  private final TaskResponses responses;
  private final History history;
  private final Artifacts artifacts;

  TaskController(Tasks tasks, Handlers handlers, Wishes wishes, TaskResponses responses,
      History history, Artifacts artifacts) {
    this.tasks = tasks;
    this.handlers = handlers;
    this.wishes = wishes;
    this.responses = responses;
    this.history = history;
    this.artifacts = artifacts;
  }

  /// What a task's history answers.
  record TaskHistory(List<History.Entry> events) {}

  /// What a task's artifacts answer.
  record TaskArtifacts(List<Artifact> artifacts) {}

  @Operation(operationId = "create_task", summary = "Creates a task")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true, description = "Accepted: the task is on disk")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true, description = "Ended within the wait that the client preferred")
  @ApiResponse(responseCode = "422", description = "The idempotency key was used for another request")
  @ApiResponse(responseCode = "429", description = "A quota is used up")
  @PostMapping("/{slug}")
  ResponseEntity<Task> create(UserId user, @PathVariable String slug, @RequestBody ObjectNode body,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestHeader(name = "Prefer", required = false) @Nullable String prefer)
      throws InterruptedException {
    var kind = handlers.atPath(slug).kind();
    return responses.created(user, tasks.create(wishes.read(user, kind, body, key)), prefer);
  }

  @Operation(operationId = "get_task", summary = "A task as it is now")
  @GetMapping("/{taskId}")
  @ApiResponse(responseCode = "200", useReturnTypeSchema = true, description = "The task")
  @ApiResponse(responseCode = "304", description = "Not changed")
  @Nullable
  ResponseEntity<Task> get(UserId user, @PathVariable UUID taskId, WebRequest request) {
    var task = tasks.get(user, taskId);
    return request.checkNotModified(TaskResponses.etag(task)) ? null : ResponseEntity.ok(task);
  }

  @Operation(operationId = "list_tasks", summary = "Tasks, newest first, a page at a time")
  @GetMapping({"", "/"})
  ResponseEntity<TaskPage> list(UserId user, HttpServletRequest request,
      @RequestParam(name = "task_type", required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(name = "project_id", required = false) @Nullable ProjectKey project,
      @RequestParam(name = "conversation_id", required = false) @Nullable UUID conversation,
      @RequestParam(defaultValue = "" + TaskFilter.DEFAULT_LIMIT) int limit,
      @RequestParam(required = false) @Nullable String cursor) {
    var page = tasks.list(user,
        new TaskFilter(type == null ? null : handlers.ofType(type).kind().type(),
            status == null ? null : TaskStatus.of(status), project, conversation, limit,
            cursor == null ? null : TaskFilter.Cursor.of(cursor)));
    var headers = new HttpHeaders();
    if (page.nextCursor() != null) {
      headers.set(HttpHeaders.LINK,
          "<%s>; rel=\"next\"".formatted(next(request, page.nextCursor())));
    }
    return ResponseEntity.ok().headers(headers).body(page);
  }

  private static String next(HttpServletRequest request, String cursor) {
    return UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString())
        .replaceQueryParam("cursor", cursor).build(true).toUriString();
  }

  @Operation(operationId = "cancel_task", summary = "Ends a task; one that ended stays as it is")
  @PostMapping("/{taskId}/cancel")
  Task cancel(UserId user, @PathVariable UUID taskId) {
    return tasks.cancel(user, taskId);
  }

  @Operation(operationId = "retry_task", summary = "Makes a new task of a failed or cancelled one, which takes over its finished steps")
  @ApiResponse(responseCode = "409", description = "The task neither failed nor was cancelled")
  @ApiResponse(responseCode = "429", description = "A quota is used up")
  @PostMapping("/{taskId}/retry")
  @ApiResponse(responseCode = "202", useReturnTypeSchema = true, description = "A new task")
  ResponseEntity<Task> retry(UserId user, @PathVariable UUID taskId) throws InterruptedException {
    return responses.created(user, new Tasks.Created(tasks.retry(user, taskId), false), null);
  }

  @Operation(operationId = "list_task_events", summary = "A task's history: states, steps, tries")
  @GetMapping("/{taskId}/events")
  TaskHistory events(UserId user, @PathVariable UUID taskId) {
    tasks.get(user, taskId);
    return new TaskHistory(history.list(taskId));
  }

  @Operation(operationId = "list_task_artifacts", summary = "What a task made")
  @GetMapping("/{taskId}/artifacts")
  TaskArtifacts artifacts(UserId user, @PathVariable UUID taskId) {
    return new TaskArtifacts(tasks.artifacts(user, taskId));
  }

  @Operation(operationId = "download_task_artifacts", summary = "What a task made, as one archive")
  @ApiResponse(responseCode = "200", description = "The archive", content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
  @GetMapping("/{taskId}/artifacts.zip")
  ResponseEntity<StreamingResponseBody> zip(UserId user, @PathVariable UUID taskId) {
    return Download.zip(taskId + ".zip", tasks.artifacts(user, taskId),
        artifact -> artifacts.content(user, artifact.artifactId()));
  }
}
