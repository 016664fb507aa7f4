package dev.meanwhile.live;

import dev.meanwhile.UserId;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.NewEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Makes users for tests and lets things happen to them.
@Component
class Visitor {
  private final JdbcClient jdbc;
  private final Feed feed;
  private final TransactionOperations transactions;

  Visitor(JdbcClient jdbc, Feed feed, TransactionOperations transactions) {
    this.jdbc = jdbc;
    this.feed = feed;
    this.transactions = transactions;
  }

  /// A user with an access token.
  record Guest(UserId user, String token) {}

  Guest arrives() {
    var guest = new Guest(new UserId("u" + UUID.randomUUID()), "mw_" + UUID.randomUUID());
    jdbc.sql("insert into app_user (user_id, role, created_at) values (?, 'user', now())")
        .param(guest.user().value()).update();
    jdbc.sql("""
      insert into access_token (token_id, user_id, name, hash, created_at)
      values (?, ?, 'test', ?, now())
      """).params(UUID.randomUUID(), guest.user().value(), sha256(guest.token())).update();
    return guest;
  }

  void revokeTokenOf(Guest guest) {
    jdbc.sql("delete from access_token where user_id = ?").param(guest.user().value()).update();
  }

  /// Tells one event in a transaction of its own.
  void happens(Guest guest, String type, @Nullable UUID conversationId, String text) {
    transactions.executeWithoutResult(_ -> feed
        .tell(new NewEvent(guest.user(), type, conversationId, null, Map.of("text", text))));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
