package dev.meanwhile.chat;

import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
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

  @GetMapping
  ConversationList list(UserId user) {
    return new ConversationList(conversations.list(user));
  }

  @GetMapping("/{conversationId}")
  Conversation get(UserId user, @PathVariable UUID conversationId) {
    return conversations.get(user, conversationId);
  }

  @PatchMapping("/{conversationId}")
  Conversation change(UserId user, @PathVariable UUID conversationId,
      @RequestBody ConversationWish wish) {
    return conversations.change(user, conversationId, wish.title(), wish.projectId());
  }

  @DeleteMapping("/{conversationId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(UserId user, @PathVariable UUID conversationId) {
    conversations.delete(user, conversationId);
  }
}
