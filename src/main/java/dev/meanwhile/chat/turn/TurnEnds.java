package dev.meanwhile.chat.turn;

import dev.meanwhile.chat.Conversations;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.NewEvent;
import dev.meanwhile.node.Nodes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How turns start and end, one transaction each. The reply's place is taken at the start, so that a notice never stands
/// before the reply that started its task.
@Component
class TurnEnds {
  private final Conversations conversations;
  private final TurnRows rows;
  private final MessageRows messages;
  private final Feed feed;
  private final Nodes nodes;
  private final Notices notices;

  TurnEnds(Conversations conversations, TurnRows rows, MessageRows messages, Feed feed,
      Nodes nodes, Notices notices) {
    this.conversations = conversations;
    this.rows = rows;
    this.messages = messages;
    this.feed = feed;
    this.nodes = nodes;
    this.notices = notices;
  }

  /// Starts the conversation's next turn here, if one waits and none runs.
  @Transactional
  public Optional<TurnRow> start(UUID conversationId) {
    var user = rows.userOf(conversationId);
    if (user.isEmpty() || conversations.lockIfThere(user.get(), conversationId).isEmpty()
        || rows.running(conversationId).isPresent() || rows.queued(conversationId) == 0) {
      return Optional.empty();
    }
    var turn = rows.start(conversationId, nodes.thisNode(), conversations.nextSeq(conversationId));
    turn.ifPresent(started -> feed.tell(new NewEvent(started.user(), "turn.started",
        conversationId, null, Map.of("turn_id", started.turnId()))));
    return turn;
  }

  /// Stores what the turn came to, once; nothing when the conversation is gone or the turn ended otherwise.
  @Transactional
  public void end(TurnRow turn, Written written) {
    if (conversations.lockIfThere(turn.user(), turn.conversationId()).isEmpty()
        || !rows.end(turn, written.state(), written.error(), written.promptHash())) {
      return;
    }
    var reply = messages.insert(new MessageRows.NewMessage(turn.conversationId(),
        Objects.requireNonNull(turn.replySeq()), turn.turnId(), "assistant", written.reply(),
        written.taskIds(), written.exchange(), null, written.promptHash(), written.tokens()));
    messages.markTold(turn.conversationId(), written.told(), turn.turnId());
    tell(turn, "message.created", Map.of("message", reply, "turn_id", turn.turnId()));
    tell(turn, event(written.state()), details(turn, written));
    notices.tellRest(turn,
        written.state() == TurnState.COMPLETED ? written.answered() : List.of());
  }

  private static String event(TurnState state) {
    return switch (state) {
      case COMPLETED, CANCELLED -> "turn.completed";
      case FAILED -> "turn.failed";
      case QUEUED, RUNNING -> throw new IllegalArgumentException("a turn doesn't end " + state);
    };
  }

  private static Map<String, Object> details(TurnRow turn, Written written) {
    var details = new LinkedHashMap<String, Object>();
    details.put("turn_id", turn.turnId());
    details.put("status", written.state().word());
    details.put("task_ids", written.taskIds());
    if (written.error() != null) {
      details.put("error", Map.of("message", written.error()));
    }
    return details;
  }

  private void tell(TurnRow turn, String type, Map<String, ?> body) {
    feed.tell(new NewEvent(turn.user(), type, turn.conversationId(), null, body));
  }
}
