package dev.meanwhile.live;

import static java.util.stream.Collectors.groupingBy;

import dev.meanwhile.security.Caller;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.security.Credentials;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The feeds that are open on this node: how many there may be, whether they still may be, and their end when the
/// node shuts down.
@Component
class Connections implements SmartLifecycle {
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final Set<FeedReader> open = ConcurrentHashMap.newKeySet();
  private final Map<UserId, Integer> byUser = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final Feed feed;
  private final Openings openings;
  private final LiveSettings settings;
  private final Credentials credentials;
  private final NoticeLatency latency;
  private volatile boolean draining = true;

  Connections(Feed feed, Openings openings, LiveSettings settings, Credentials credentials,
      NoticeLatency latency, MeterRegistry meters) {
    this.feed = feed;
    this.openings = openings;
    this.settings = settings;
    this.credentials = credentials;
    this.latency = latency;
    meters.gauge("meanwhile.live.connections", count);
  }

  /// Opens a feed; whoever opens it runs it and closes it with [#close].
  ///
  /// @throws Problem a quota, or unavailable while the node is full or draining
  FeedReader open(Caller caller, FeedFilter filter, Outlet outlet) {
    reserve(caller.user());
    var reader = new FeedReader(caller, filter, outlet, feed, openings, settings, latency);
    open.add(reader);
    if (draining) {
      reader.end(Ending.DRAINING);
    }
    return reader;
  }

  private void reserve(UserId user) {
    if (draining) {
      throw Problem.unavailable("the server is shutting down", COME_BACK);
    }
    boolean nodeHasRoom = count.incrementAndGet() <= settings.perNode();
    boolean userHasRoom = byUser.merge(user, 1, Integer::sum) <= settings.perUser();
    if (!nodeHasRoom || !userHasRoom) {
      release(user);
      throw userHasRoom
          ? Problem.unavailable("this node serves no more feeds", COME_BACK)
          : Problem.quota("live-per-user", "%d feeds are open, the most is that many "
              .formatted(settings.perUser()) + "(meanwhile.live.per-user)", COME_BACK);
    }
  }

  private void release(UserId user) {
    count.decrementAndGet();
    byUser.computeIfPresent(user, (_, feeds) -> feeds == 1 ? null : feeds - 1);
  }

  void close(FeedReader reader) {
    if (open.remove(reader)) {
      release(reader.caller().user());
    }
  }

  /// Asks once for each credential, however many feeds it has open.
  @Scheduled(fixedDelayString = "${meanwhile.live.credential-check:2s}")
  void endSignedOut() {
    open.stream().collect(groupingBy(reader -> reader.caller().credential()))
        .forEach((credential, feeds) -> {
          if (!credentials.isStillValid(credential)) {
            feeds.forEach(reader -> reader.end(Ending.SIGNED_OUT));
          }
        });
  }

  @Override
  public void start() {
    draining = false;
  }

  /// Tells each reader to come back elsewhere; the web server then waits for them to finish.
  @Override
  public void stop() {
    draining = true;
    open.forEach(reader -> reader.end(Ending.DRAINING));
  }

  @Override
  public boolean isRunning() {
    return !draining;
  }

  @Override
  public int getPhase() {
    return DEFAULT_PHASE;
  }
}
