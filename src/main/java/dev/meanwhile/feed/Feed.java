package dev.meanwhile.feed;

import dev.meanwhile.UserId;
import dev.meanwhile.store.LastWrites;
import dev.meanwhile.store.Signals;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The feeds of all users: stored before told.
@Component
public class Feed {
  private static final String NEWS = "feed_news";
  private static final String WHISPER = "feed_whisper";

  /// How late an event may be whose node died before it could say a word.
  private static final long LOOK_EVERY_MILLIS = 5_000;

  private final FeedStore store;
  private final Signals signals;
  private final LastWrites lastWrites;
  private final JsonMapper json;
  private final Subscriptions subscriptions = new Subscriptions();
  private final String self = UUID.randomUUID().toString();

  Feed(FeedStore store, Signals signals, LastWrites lastWrites, JsonMapper json) {
    this.store = store;
    this.signals = signals;
    this.lastWrites = lastWrites;
    this.json = json;
    signals.on(NEWS, user -> subscriptions.wake(new UserId(user)));
    signals.on(WHISPER, this::hearFromAfar);
    signals.onReconnect(subscriptions::wakeAll);
  }

  /// Tells an event with the current transaction: it is numbered as the last thing before the commit, so that numbers
  /// follow the order of commits and the feed's lock is held for a moment only.
  ///
  /// @throws IllegalStateException without a transaction
  public void tell(NewEvent event) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException("an event is told inside a transaction");
    }
    pending().events.add(event);
  }

  private Pending pending() {
    var bound = (Pending) TransactionSynchronizationManager.getResource(this);
    if (bound != null) {
      return bound;
    }
    var pending = new Pending();
    TransactionSynchronizationManager.bindResource(this, pending);
    TransactionSynchronizationManager.registerSynchronization(pending);
    lastWrites.expect();
    return pending;
  }

  /// Tells this node's open pages something that isn't stored.
  public void whisper(UserId user, Whisper whisper) {
    subscriptions.whisper(user, whisper);
  }

  /// Tells the open pages of all other nodes, with the current transaction.
  ///
  /// @param whisper at most about 7,000 bytes as JSON, PostgreSQL's limit for a notification
  public void whisperFar(UserId user, Whisper whisper) {
    var message = json.createObjectNode();
    message.put("from", self).put("user", user.value());
    message.put("conversation", whisper.conversationId().toString());
    message.set("json", whisper.json());
    signals.send(WHISPER, json.writeValueAsString(message));
  }

  private void hearFromAfar(String payload) {
    var message = json.readTree(payload);
    if (!message.path("from").asString().equals(self)) {
      var whisper = new Whisper(UUID.fromString(message.path("conversation").asString()),
          (ObjectNode) message.path("json"));
      subscriptions.whisper(new UserId(message.path("user").asString()), whisper);
    }
  }

  /// The word of a node that was killed right after its commit is missing, so all readers look now and then.
  @Scheduled(fixedDelay = LOOK_EVERY_MILLIS)
  void look() {
    subscriptions.wakeAll();
  }

  /// What the user's feed still holds.
  public FeedBounds bounds(UserId user) {
    return store.bounds(user);
  }

  /// The events after a number, oldest first.
  ///
  /// @param limit how many at the most
  public List<FeedEvent> read(UserId user, long after, int limit) {
    return store.read(user, after, limit);
  }

  /// Opens a subscription; whoever opens it closes it.
  public Subscription subscribe(UserId user) {
    return subscriptions.open(user);
  }

  /// The events of one transaction until it commits.
  private final class Pending implements TransactionSynchronization {
    private final List<NewEvent> events = new ArrayList<>();

    /// Before the last writes are sent, and behind all that may tell or write something itself.
    @Override
    public int getOrder() {
      return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      for (UserId user : store.append(events)) {
        signals.sendSoon(NEWS, user.value());
      }
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(Feed.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(Feed.this, this);
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResource(Feed.this);
    }
  }
}
