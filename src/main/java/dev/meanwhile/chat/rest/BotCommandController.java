package dev.meanwhile.chat.rest;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.chat.Message;
import dev.meanwhile.chat.Post;
import dev.meanwhile.chat.turn.Turns;
import dev.meanwhile.command.Command;
import dev.meanwhile.command.CommandCaller;
import dev.meanwhile.command.Commands;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.Task;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Bot commands without a page: with a conversation they are a turn of it, without one they are answered alone.
@RestController
class BotCommandController {

  private final Commands commands;
  private final Turns turns;

  BotCommandController(Commands commands, Turns turns) {
    this.commands = commands;
    this.turns = turns;
  }

  /// The body of a request.
  record CommandLine(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String command,
      @Nullable UUID conversationId) {}

  /// What a command answers.
  ///
  /// @param reply Markdown
  record CommandAnswer(String reply, List<Task> tasks, @Nullable UUID turnId,
      @Nullable Message message) {}

  @Operation(operationId = "run_command", summary = "Runs a bot command, in a conversation or alone")
  @ApiResponse(responseCode = "409", description = "The state forbids it")
  @ApiResponse(responseCode = "422", description = "A document can't be read")
  @ApiResponse(responseCode = "429", description = "A quota is used up")
  @PostMapping("/api/v1/bot/commands")
  @ApiResponse(responseCode = "200", description = "Answered", content = @Content(mediaType = "application/json", schema = @Schema(implementation = CommandAnswer.class)))
  @ApiResponse(responseCode = "202", description = "The turn isn't over yet", content = @Content(mediaType = "application/json", schema = @Schema(implementation = MessageController.TurnReference.class)))
  ResponseEntity<Object> run(UserId user, @RequestBody CommandLine line)
      throws InterruptedException {
    if (line.command() == null || line.command().isBlank()) {
      throw Problem.badField("command", "is missing");
    }
    var command = Command.parse(line.command());
    return line.conversationId() == null
        ? alone(user, command)
        : within(user, line.conversationId(), line.command());
  }

  private ResponseEntity<Object> alone(UserId user, Command command) {
    var reply = commands.run(
        new CommandCaller(user, null, null, ProjectKey.DEFAULT, List.of()), command);
    return ResponseEntity.ok(new CommandAnswer(reply.text(), reply.tasks(), null, null));
  }

  private ResponseEntity<Object> within(UserId user, UUID conversationId, String command)
      throws InterruptedException {
    var turnId = turns.post(user, conversationId, new Post(command, null, null, null));
    return turns.await(user, turnId, turns.replyWait())
        .map(reply -> ResponseEntity.ok((Object) new CommandAnswer(reply.message().content(),
            reply.tasks(), turnId, reply.message())))
        .orElse(ResponseEntity.status(HttpStatus.ACCEPTED)
            .body(new MessageController.TurnReference(turnId)));
  }
}
