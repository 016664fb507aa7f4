package dev.meanwhile.chat.turn;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.chat.ChatSettings;
import dev.meanwhile.chat.Conversations;
import dev.meanwhile.chat.Message;
import dev.meanwhile.chat.Post;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.store.Signals;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.door.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The turns of conversations: a message is stored before anything else, and answered when it is its turn.
@Component
public class Turns {
  static final String READY = "turn_ready";
  static final String CANCEL = "turn_cancel";

  private final Conversations conversations;
  private final Posts posts;
  private final TurnRows rows;
  private final MessageRows messages;
  private final Tasks tasks;
  private final Feed feed;
  private final Signals signals;
  private final TurnRunner runner;
  private final ChatSettings settings;

  Turns(Conversations conversations, Posts posts, TurnRows rows, MessageRows messages, Tasks tasks,
      Feed feed, Signals signals, TurnRunner runner, ChatSettings settings) {
    this.conversations = conversations;
    this.posts = posts;
    this.rows = rows;
    this.messages = messages;
    this.tasks = tasks;
    this.feed = feed;
    this.signals = signals;
    this.runner = runner;
    this.settings = settings;
  }

  /// What a finished turn answers.
  ///
  /// @param tasks that it started
  public record Reply(UUID turnId, Message message, List<Task> tasks) {}

  /// A reply being written.
  ///
  /// @param text so far, as far as it is stored
  public record OpenDraft(UUID conversationId, UUID turnId, String text) {}

  /// Stores a message and queues its turn; when this returns, both are on disk.
  ///
  /// @return the turn; the same one for the same client ID
  /// @throws Problem not found, too large, a bad field, or over the queue's length
  public UUID post(UserId user, UUID conversationId, Post post) {
    var turnId = posts.queue(user, conversationId, post);
    runner.wake(conversationId);
    return turnId;
  }

  /// Waits until the turn is over, at most for `limit`.
  ///
  /// @return its reply; empty when it isn't over
  public Optional<Reply> await(UserId user, UUID turnId, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    try (var subscription = feed.subscribe(user)) {
      var reply = reply(user, turnId);
      long left = limit.toNanos();
      while (reply.isEmpty() && left > 0) {
        subscription.await(Duration.ofNanos(left));
        reply = reply(user, turnId);
        left = end - System.nanoTime();
      }
      return reply;
    }
  }

  /// How long a request waits for its reply.
  public Duration replyWait() {
    return settings.replyWait();
  }

  /// A finished turn's reply.
  public Optional<Reply> reply(UserId user, UUID turnId) {
    var turn = rows.find(turnId).filter(row -> row.user().equals(user))
        .orElseThrow(() -> Problem.notFound("turn " + turnId));
    if (!turn.state().isTerminal() || turn.replySeq() == null) {
      return Optional.empty();
    }
    return messages.find(turn.conversationId(), turn.replySeq())
        .map(message -> new Reply(turnId, message, tasks.of(user, message.taskIds())));
  }

  /// Stops the reply that the conversation's running turn writes; tasks that it started go on.
  ///
  /// @return the turn that stops, if one runs
  /// @throws Problem not found
  @Transactional
  public Optional<UUID> cancel(UserId user, UUID conversationId) {
    conversations.get(user, conversationId);
    var running = rows.askToStop(conversationId);
    running.ifPresent(turnId -> signals.send(CANCEL, turnId.toString()));
    return running;
  }

  /// The messages of a conversation in order.
  ///
  /// @param after the last place seen, 0 for all
  /// @param limit 1–500
  /// @throws Problem not found
  public List<Message> messages(UserId user, UUID conversationId, int after, int limit) {
    conversations.get(user, conversationId);
    if (limit < 1 || limit > 500) {
      throw Problem.badField("limit", limit + " isn't between 1 and 500");
    }
    return messages.list(conversationId, after, limit);
  }

  /// The user's replies being written, as far as they are stored.
  public List<OpenDraft> openDrafts(UserId user) {
    return rows.running(user).stream()
        .map(turn -> new OpenDraft(turn.conversationId(), turn.turnId(),
            runner.draft(turn.turnId()).orElse(turn.draft())))
        .toList();
  }
}
