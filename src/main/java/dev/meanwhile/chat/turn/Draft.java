package dev.meanwhile.chat.turn;

import dev.meanwhile.chat.ChatSettings;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.Whisper;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.node.JsonNodeFactory;

/// The reply of a turn while it is written: whispered piece by piece to this node's pages, and stored every so often,
/// when the other nodes hear of it too.
final class Draft {
  private final TurnRow turn;
  private final Feed feed;
  private final Drafts drafts;
  private final long everyNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final StringBuilder text = new StringBuilder();
  private int stored;
  private long storedAt = System.nanoTime();

  Draft(TurnRow turn, Feed feed, Drafts drafts, ChatSettings settings) {
    this.turn = turn;
    this.feed = feed;
    this.drafts = drafts;
    this.everyNanos = settings.draftEvery().toNanos();
  }

  /// Adds what the model wrote; called on the thread that reads the model's reply, so it only remembers and whispers.
  void append(String more) {
    lock.lock();
    try {
      int offset = text.length();
      text.append(more);
      feed.whisper(turn.user(), Drafts.delta(turn, offset, more));
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
    var all = text();
    return all.length() == stored || store(all);
  }

  private boolean store(String all) {
    boolean current = drafts.store(turn, all.substring(0, stored), all.substring(stored));
    stored = all.length();
    return current;
  }

  /// Tells this node's pages that the model uses a tool.
  void toolStarted(String name) {
    feed.whisper(turn.user(), new Whisper(turn.conversationId(),
        JsonNodeFactory.instance.objectNode().put("type", "tool.started")
            .put("conversation_id", turn.conversationId().toString())
            .put("turn_id", turn.turnId().toString()).put("tool", name)));
  }
}
