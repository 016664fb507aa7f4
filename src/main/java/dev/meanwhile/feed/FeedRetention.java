package dev.meanwhile.feed;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Takes events that are older than the retention off the old end of each feed. Safe on every node at once: a feed is
/// trimmed under its own lock.
@Component
class FeedRetention {
  /// How many feeds one run trims; the next run goes on.
  private static final int FEEDS_A_RUN = 1_000;

  private final FeedStore store;
  private final FeedSettings settings;
  private final Clock clock;

  FeedRetention(FeedStore store, FeedSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "${meanwhile.feed.trim-every:10m}")
  void trim() {
    var limit = clock.instant().minus(settings.retention());
    for (var user : store.usersWithEventsBefore(limit, FEEDS_A_RUN)) {
      store.trim(user, limit);
    }
  }
}
