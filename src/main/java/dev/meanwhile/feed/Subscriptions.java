package dev.meanwhile.feed;

import dev.meanwhile.UserId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The readers on this node, by user.
class Subscriptions {
  private final Map<UserId, Set<Subscription>> readers = new ConcurrentHashMap<>();

  Subscription open(UserId user) {
    var subscription = new Subscription(user, this::remove);
    readers.compute(user, (_, open) -> with(open, subscription));
    return subscription;
  }

  void wake(UserId user) {
    forEach(user, Subscription::wake);
  }

  void wakeAll() {
    readers.keySet().forEach(this::wake);
  }

  void whisper(UserId user, Whisper whisper) {
    forEach(user, subscription -> subscription.hear(whisper));
  }

  private void forEach(UserId user, Consumer<Subscription> action) {
    readers.getOrDefault(user, Set.of()).forEach(action);
  }

  private void remove(Subscription subscription) {
    readers.computeIfPresent(subscription.user(), (_, open) -> without(open, subscription));
  }

  private static Set<Subscription> with(@Nullable Set<Subscription> open, Subscription added) {
    Set<Subscription> set = open == null ? ConcurrentHashMap.newKeySet() : open;
    set.add(added);
    return set;
  }

  private static @Nullable Set<Subscription> without(Set<Subscription> open, Subscription removed) {
    open.remove(removed);
    return open.isEmpty() ? null : open;
  }
}
