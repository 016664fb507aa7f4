package dev.meanwhile.chat.rest;

import dev.meanwhile.UserId;
import dev.meanwhile.chat.Message;
import dev.meanwhile.chat.Post;
import dev.meanwhile.chat.turn.Turns;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/conversations/{conversationId}")
class MessageController {
  private final Turns turns;
  private final TurnStreams streams;

  MessageController(Turns turns, TurnStreams streams) {
    this.turns = turns;
    this.streams = streams;
  }

  /// What a listing answers.
  record MessageList(List<Message> messages) {}

  /// A turn that isn't over yet, or that is stopped.
  record TurnReference(@Nullable UUID turnId) {}

  @Operation(operationId = "list_messages", summary = "Messages in their order, after a place")
  @GetMapping("/messages")
  MessageList list(UserId user, @PathVariable UUID conversationId,
      @RequestParam(defaultValue = "0") int after, @RequestParam(defaultValue = "100") int limit) {
    return new MessageList(turns.messages(user, conversationId, after, limit));
  }

  /// Answers when the turn is over, or after a while that it isn't; streams it when the client accepts that.
  @Operation(operationId = "post_message", summary = "Sends a message; answers when its turn is over, or streams it")
  @ApiResponse(responseCode = "429", description = "Too many messages of this conversation wait")
  @PostMapping("/messages")
  @ApiResponse(responseCode = "200", description = "The turn is over, or streams", content = {
      @Content(mediaType = "application/json", schema = @Schema(implementation = Turns.Reply.class)),
      @Content(mediaType = "text/event-stream", schema = @Schema(type = "string"))})
  @ApiResponse(responseCode = "202", description = "The turn isn't over yet", content = @Content(mediaType = "application/json", schema = @Schema(implementation = TurnReference.class)))
  @Nullable
  ResponseEntity<Object> post(UserId user, @PathVariable UUID conversationId,
      @RequestBody Post post,
      @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletResponse response) throws IOException, InterruptedException {
    if (accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
      streams.stream(user, conversationId, post, response);
      return null;
    }
    var turnId = turns.post(user, conversationId, post);
    var reply = turns.await(user, turnId, turns.replyWait());
    return reply.isPresent()
        ? ResponseEntity.ok(reply.get())
        : ResponseEntity.status(HttpStatus.ACCEPTED).body(new TurnReference(turnId));
  }

  @Operation(operationId = "cancel_turn", summary = "Stops the reply being written; its tasks go on")
  @PostMapping("/cancel-turn")
  TurnReference cancel(UserId user, @PathVariable UUID conversationId) {
    return new TurnReference(turns.cancel(user, conversationId).orElse(null));
  }
}
