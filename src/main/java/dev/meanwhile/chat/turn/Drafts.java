package dev.meanwhile.chat.turn;

import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.Whisper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;

/// Replies being written, as far as they are stored: whoever comes later, or to another node, reads them there.
@Component
class Drafts {
  /// The longest piece that fits a notification with its frame, in characters of up to four bytes in JSON.
  private static final int FAR_PIECE = 1_000;

  private final TurnRows rows;
  private final Feed feed;

  Drafts(TurnRows rows, Feed feed) {
    this.rows = rows;
    this.feed = feed;
  }

  /// Adds to a turn's stored draft and tells the other nodes' pages. Adding the same again changes nothing.
  ///
  /// @param before what is stored
  /// @return false when the turn is over in the store
  @Transactional
  public boolean store(TurnRow turn, String before, String more) {
    for (int from = 0; from < more.length(); from += FAR_PIECE) {
      var piece = more.substring(from, Math.min(more.length(), from + FAR_PIECE));
      feed.whisperFar(turn.user(), delta(turn, before.length() + from, piece));
    }
    return rows.draft(turn, before.codePointCount(0, before.length()), more);
  }

  /// What pages are told of a piece of a reply.
  static Whisper delta(TurnRow turn, int offset, String piece) {
    return new Whisper(turn.conversationId(),
        JsonNodeFactory.instance.objectNode().put("type", "message.delta")
            .put("conversation_id", turn.conversationId().toString())
            .put("turn_id", turn.turnId().toString()).put("offset", offset).put("text", piece));
  }
}
