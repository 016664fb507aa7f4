package dev.meanwhile.feed;

import dev.meanwhile.Api;
import dev.meanwhile.UserId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/// Tells events that bear a text, and reads them again.
@Component
class Tales {
  /// More than any test tells.
  private static final int ALL = 10_000;

  private final Feed feed;
  private final TransactionTemplate transactions;

  Tales(Feed feed, TransactionTemplate transactions) {
    this.feed = feed;
    this.transactions = transactions;
  }

  static UserId newUser(Api api) {
    return new UserId(api.newUser().user());
  }

  static NewEvent event(UserId user, String text) {
    return new NewEvent(user, "turn.started", null, null, Map.of("text", text));
  }

  static Whisper whisper(String text) {
    return new Whisper(UUID.randomUUID(),
        JsonNodeFactory.instance.objectNode().put("type", "message.delta").put("text", text));
  }

  /// Tells each text in a transaction of its own.
  void tell(UserId user, String... texts) {
    for (var text : texts) {
      transactions.executeWithoutResult(_ -> feed.tell(event(user, text)));
    }
  }

  List<FeedEvent> all(UserId user) {
    return feed.read(user, 0, ALL);
  }

  List<Long> numbers(UserId user) {
    return all(user).stream().map(FeedEvent::seq).toList();
  }

  List<String> texts(UserId user) {
    return all(user).stream().map(Tales::text).toList();
  }

  static String text(FeedEvent event) {
    return event.body().path("text").asString();
  }

  static List<String> texts(Subscription subscription) {
    return subscription.whispers().stream().map(one -> one.json().path("text").asString())
        .toList();
  }
}
