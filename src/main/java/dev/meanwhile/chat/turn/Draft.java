package dev.meanwhile.chat.turn;

import dev.meanwhile.chat.ChatSettings;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.Whisper;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The reply of a turn while it is written: whispered piece by piece to this node's pages, and stored every so often,
/// when the other nodes hear of it too.
final class Draft {
  /// The longest piece that fits a notification with its frame, in characters of up to four bytes in JSON.
  private static final int FAR_PIECE = 1_000;

  private final TurnRow turn;
  private final Feed feed;
  private final TurnRows rows;
  private final TransactionTemplate transactions;
  private final long everyNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final StringBuilder text = new StringBuilder();
  private int stored;
  private long storedAt = System.nanoTime();

  Draft(TurnRow turn, Feed feed, TurnRows rows, TransactionTemplate transactions,
      ChatSettings settings) {
    this.turn = turn;
    this.feed = feed;
    this.rows = rows;
    this.transactions = transactions;
    this.everyNanos = settings.draftEvery().toNanos();
  }

  /// Adds what the model wrote; called on the thread that reads the model's reply, so it only remembers and whispers.
  void append(String more) {
    lock.lock();
    try {
      int offset = text.length();
      text.append(more);
      feed.whisper(turn.user(), new Whisper(turn.conversationId(), delta(offset, more)));
    } finally {
      lock.unlock();
    }
  }

  String text() {
    lock.lock();
    try {
      return text.toString();
    } finally {
      lock.unlock();
    }
  }

  /// Stores what came since the last time, when it is time.
  ///
  /// @return false when the turn is over in the store
  boolean tick() {
    if (System.nanoTime() - storedAt < everyNanos) {
      return true;
    }
    storedAt = System.nanoTime();
    var more = text().substring(stored);
    return more.isEmpty() || store(more);
  }

  private boolean store(String more) {
    boolean current = Boolean.TRUE.equals(transactions.execute(_ -> storeAndTell(more)));
    stored += more.length();
    return current;
  }

  private boolean storeAndTell(String more) {
    for (int from = 0; from < more.length(); from += FAR_PIECE) {
      var piece = more.substring(from, Math.min(more.length(), from + FAR_PIECE));
      feed.whisperFar(turn.user(),
          new Whisper(turn.conversationId(), delta(stored + from, piece)));
    }
    return rows.draft(turn, more);
  }

  private ObjectNode delta(int offset, String piece) {
    return JsonNodeFactory.instance.objectNode().put("type", "message.delta")
        .put("conversation_id", turn.conversationId().toString())
        .put("turn_id", turn.turnId().toString()).put("offset", offset).put("text", piece);
  }

  /// Tells this node's pages that the model uses a tool.
  void toolStarted(String name) {
    feed.whisper(turn.user(), new Whisper(turn.conversationId(),
        JsonNodeFactory.instance.objectNode().put("type", "tool.started")
            .put("conversation_id", turn.conversationId().toString())
            .put("turn_id", turn.turnId().toString()).put("tool", name)));
  }
}
