package dev.meanwhile.web;

import dev.meanwhile.UserId;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.llm.ModelAtWork;
import dev.meanwhile.llm.Models;
import dev.meanwhile.security.Caller;
import dev.meanwhile.security.user.Role;
import dev.meanwhile.task.door.Tasks;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a page needs to know about its user and this server.
@RestController
class MeController {
  private final Models models;
  private final Tasks tasks;
  private final Artifacts artifacts;

  MeController(Models models, Tasks tasks, Artifacts artifacts) {
    this.models = models;
    this.tasks = tasks;
    this.artifacts = artifacts;
  }

  /// How much a user may have, or has.
  ///
  /// @param running tasks at work
  /// @param pending tasks that wait
  /// @param bytes of files and artifacts
  record Amounts(int running, int pending, long bytes) {}

  /// @param taskApi whether the paths below `/api/v1/tasks` are there
  record Me(UserId userId, Role role, ModelAtWork model, Amounts limits, Amounts use,
      boolean taskApi) {}

  @Operation(operationId = "me", summary = "Who calls, the model at work, limits and use")
  @GetMapping("/api/v1/me")
  Me me(Caller caller) {
    var load = tasks.load(caller.user());
    return new Me(caller.user(), caller.role(), models.atWork(),
        new Amounts(load.runningLimit(), load.pendingLimit(), artifacts.bytesAllowed()),
        new Amounts(load.running(), load.pending(), artifacts.bytesUsed(caller.user())),
        tasks.apiEnabled());
  }
}
