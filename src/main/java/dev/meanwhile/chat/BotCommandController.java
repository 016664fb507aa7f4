package dev.meanwhile.chat;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.command.Command;
import dev.meanwhile.command.CommandCaller;
import dev.meanwhile.command.Commands;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.Task;
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
  static final ProjectKey DEFAULT_PROJECT = new ProjectKey("default");

  private final Commands commands;
  private final Turns turns;

  BotCommandController(Commands commands, Turns turns) {
    this.commands = commands;
    this.turns = turns;
  }

  /// The body of a request.
  record Wish(@Nullable String command, @Nullable UUID conversationId) {}

  /// What a command answers.
  ///
  /// @param reply Markdown
  record Answer(String reply, List<Task> tasks, @Nullable UUID turnId, @Nullable Message message) {}

  @PostMapping("/api/v1/bot/commands")
  ResponseEntity<Object> run(UserId user, @RequestBody Wish wish) throws InterruptedException {
    if (wish.command() == null || wish.command().isBlank()) {
      throw Problem.badField("command", "is missing");
    }
    var command = Command.parse(wish.command());
    return wish.conversationId() == null
        ? alone(user, command)
        : within(user, wish.conversationId(), wish.command());
  }

  private ResponseEntity<Object> alone(UserId user, Command command) {
    var reply = commands.run(
        new CommandCaller(user, null, null, DEFAULT_PROJECT, List.of()), command);
    return ResponseEntity.ok(new Answer(reply.text(), reply.tasks(), null, null));
  }

  private ResponseEntity<Object> within(UserId user, UUID conversationId, String command)
      throws InterruptedException {
    var turnId = turns.post(user, conversationId, new Post(command, null, null, null));
    return turns.await(user, turnId, turns.replyWait())
        .map(reply -> ResponseEntity.ok((Object) new Answer(reply.message().content(),
            reply.tasks(), turnId, reply.message())))
        .orElse(ResponseEntity.status(HttpStatus.ACCEPTED)
            .body(new MessageController.TurnReference(turnId)));
  }
}
