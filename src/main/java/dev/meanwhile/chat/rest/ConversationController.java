package dev.meanwhile.chat.rest;

import dev.meanwhile.UserId;
import dev.meanwhile.chat.Conversation;
import dev.meanwhile.chat.Conversations;
import dev.meanwhile.project.ProjectKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/conversations")
class ConversationController {
  private final Conversations conversations;

  ConversationController(Conversations conversations) {
    this.conversations = conversations;
  }

  /// The body of a request that begins or changes a conversation.
  record ConversationWish(@Nullable String title, @Nullable ProjectKey projectId) {}

  /// What a listing answers.
  record ConversationList(List<Conversation> conversations) {}

  @Operation(operationId = "create_conversation", summary = "Begins a conversation")
  @ApiResponse(responseCode = "429", description = "The quota of conversations is used up")
  @PostMapping
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true, description = "Made")
  ResponseEntity<Conversation> create(UserId user,
      @RequestBody(required = false) @Nullable ConversationWish wish) {
    var made = wish == null
        ? conversations.create(user, null, null)
        : conversations.create(user, wish.title(), wish.projectId());
    return ResponseEntity.created(URI.create("/api/v1/conversations/" + made.conversationId()))
        .body(made);
  }

  @Operation(operationId = "list_conversations", summary = "The caller's conversations, the last used first")
  @GetMapping
  ConversationList list(UserId user) {
    return new ConversationList(conversations.list(user));
  }

  @Operation(operationId = "get_conversation", summary = "A conversation")
  @GetMapping("/{conversationId}")
  Conversation get(UserId user, @PathVariable UUID conversationId) {
    return conversations.get(user, conversationId);
  }

  @Operation(operationId = "change_conversation", summary = "Changes the title or the project; null leaves it as it is")
  @PatchMapping("/{conversationId}")
  Conversation change(UserId user, @PathVariable UUID conversationId,
      @RequestBody ConversationWish wish) {
    return conversations.change(user, conversationId, wish.title(), wish.projectId());
  }

  @Operation(operationId = "delete_conversation", summary = "Deletes a conversation; its tasks go on")
  @DeleteMapping("/{conversationId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(UserId user, @PathVariable UUID conversationId) {
    conversations.delete(user, conversationId);
  }
}
