package dev.meanwhile.chat.turn;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.artifact.Files;
import dev.meanwhile.chat.ChatSettings;
import dev.meanwhile.chat.Conversation;
import dev.meanwhile.chat.Conversations;
import dev.meanwhile.chat.Post;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.NewEvent;
import dev.meanwhile.store.Signals;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How a message comes in: checked, stored, and its turn queued, in one transaction.
@Component
class Posts {
  private static final Duration QUEUE_MOVES = Duration.ofSeconds(5);

  private final Conversations conversations;
  private final TurnRows rows;
  private final MessageRows messages;
  private final Files files;
  private final Feed feed;
  private final Signals signals;
  private final ChatSettings settings;

  Posts(Conversations conversations, TurnRows rows, MessageRows messages, Files files, Feed feed,
      Signals signals, ChatSettings settings) {
    this.conversations = conversations;
    this.rows = rows;
    this.messages = messages;
    this.files = files;
    this.feed = feed;
    this.signals = signals;
    this.settings = settings;
  }

  /// Stores a message and queues its turn.
  ///
  /// @return the turn; the same one for the same client ID
  /// @throws Problem not found, too large, a bad field, or over the queue's length
  @Transactional
  public UUID queue(UserId user, UUID conversationId, Post post) {
    checkSize(post);
    var conversation = conversations.lock(user, conversationId);
    var known = known(conversationId, post.clientId());
    if (known.isPresent()) {
      return known.get().turnId();
    }
    checkQueue(conversationId);
    checkFiles(user, post.files());
    return store(user, conversation, post);
  }

  private void checkSize(Post post) {
    long bytes = post.text().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > settings.maxMessage().toBytes()) {
      throw Problem
          .tooLarge("the message has %,d bytes, the most is %,d (meanwhile.chat.max-message)"
              .formatted(bytes, settings.maxMessage().toBytes()) + "; attach long texts as files");
    }
  }

  private Optional<TurnRow> known(UUID conversationId, @Nullable String clientId) {
    return clientId == null ? Optional.empty() : rows.ofClient(conversationId, clientId);
  }

  private void checkQueue(UUID conversationId) {
    int queued = rows.queued(conversationId);
    if (queued >= settings.queue()) {
      throw Problem.quota("chat-queue", "%d messages of this conversation wait already "
          .formatted(queued) + "(meanwhile.chat.queue)", QUEUE_MOVES);
    }
  }

  private void checkFiles(UserId user, List<UUID> fileIds) {
    for (int i = 0; i < fileIds.size(); i++) {
      if (files.find(user, fileIds.get(i)).isEmpty()) {
        throw Problem.badField("file_ids[%d]".formatted(i), "no file " + fileIds.get(i));
      }
    }
  }

  private UUID store(UserId user, Conversation conversation, Post post) {
    var id = conversation.conversationId();
    if (post.projectId() != null) {
      conversations.change(user, id, null, post.projectId());
    }
    conversations.nameAfter(conversation, post.text().isBlank() ? "Files" : post.text());
    int seq = conversations.nextSeq(id);
    var turnId = rows.queue(user, id, post, seq);
    var message = messages
        .insert(MessageRows.NewMessage.plain(id, seq, turnId, "user", post.text()));
    feed.tell(new NewEvent(user, "message.created", id, null,
        Map.of("message", message, "turn_id", turnId)));
    signals.send(Turns.READY, id.toString());
    return turnId;
  }
}
