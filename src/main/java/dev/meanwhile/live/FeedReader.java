package dev.meanwhile.live;

import dev.meanwhile.security.Caller;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.FeedEvent;
import dev.meanwhile.feed.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One connection's way through a feed: it reads batches by number at its reader's pace, and sleeps until there is
/// news. It holds its position, not events.
final class FeedReader {
  private static final long NOWHERE = -1;

  private final Caller caller;
  private final UserId user;
  private final FeedFilter filter;
  private final Outlet outlet;
  private final Feed feed;
  private final Openings openings;
  private final LiveSettings settings;
  private final NoticeLatency latency;
  private final Subscription subscription;
  private final AtomicReference<@Nullable Long> wish = new AtomicReference<>();
  private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
  private volatile long position = NOWHERE;
  /// The newest number when the reader came: what comes after it is told live.
  private long newestAtStart;
  private long lastWrite = System.nanoTime();

  FeedReader(Caller caller, FeedFilter filter, Outlet outlet, Feed feed, Openings openings,
      LiveSettings settings, NoticeLatency latency) {
    this.caller = caller;
    this.user = caller.user();
    this.filter = filter;
    this.outlet = outlet;
    this.feed = feed;
    this.openings = openings;
    this.settings = settings;
    this.latency = latency;
    this.subscription = feed.subscribe(user);
  }

  Caller caller() {
    return caller;
  }

  /// The number a client gave, if it can be one.
  static @Nullable Long checked(@Nullable Long after) {
    if (after != null && after < 0) {
      throw Problem.badField("after", after + " isn't a number of the feed");
    }
    return after;
  }

  /// The number of the last event that the reader has passed; negative before it has begun.
  long position() {
    return position;
  }

  /// Goes on after another number, as soon as the batch being written is out.
  void resumeAfter(long after) {
    wish.set(after);
    subscription.wake();
  }

  /// Ends the feed soon; the first reason counts.
  void end(Ending why) {
    ending.compareAndSet(null, why);
    subscription.wake();
  }

  /// Reads until the feed is ended or a write fails.
  ///
  /// @param after the number to go on after, or null to begin with what comes next
  void run(@Nullable Long after) throws IOException, InterruptedException {
    try (subscription) {
      outlet.begin();
      begin(after);
      while (ending.get() == null) {
        takeWish();
        if (deliver() < settings.batch()) {
          rest();
        }
      }
      sayGoodbye();
    }
  }

  private void begin(@Nullable Long after) throws IOException {
    if (after == null) {
      var bounds = feed.bounds(user);
      newestAtStart = bounds.newest();
      position = newestAtStart;
      write(openings.hello(position));
    } else {
      resume(after);
    }
    writeDrafts();
  }

  private void takeWish() throws IOException {
    var after = wish.getAndSet(null);
    if (after != null) {
      resume(after);
      writeDrafts();
    }
  }

  private void resume(long after) throws IOException {
    var bounds = feed.bounds(user);
    newestAtStart = bounds.newest();
    if (bounds.canResumeAfter(after)) {
      position = after;
    } else {
      position = newestAtStart;
      write(openings.reset(user, filter, position));
    }
  }

  private void writeDrafts() throws IOException {
    for (var draft : openings.drafts(user, filter)) {
      write(draft);
    }
    flush();
  }

  /// Whispers were heard before whatever the batch holds was committed, so they go first: no piece of a reply comes
  /// after its end.
  private int deliver() throws IOException {
    var batch = next();
    for (var whisper : subscription.whispers()) {
      if (filter.wants(whisper)) {
        write(whisper.json());
      }
    }
    writeAll(batch);
    flush();
    return batch.size();
  }

  /// The next events. What leaves the feed's old end faster than its reader comes by is answered like a number that is
  /// too old, never with a gap.
  private List<FeedEvent> next() throws IOException {
    var batch = feed.read(user, position, settings.batch());
    if (batch.isEmpty() || batch.getFirst().seq() == position + 1) {
      return batch;
    }
    resume(position);
    return feed.read(user, position, settings.batch());
  }

  private void writeAll(List<FeedEvent> batch) throws IOException {
    for (var event : batch) {
      if (filter.wants(event)) {
        write(event.json());
        if (event.seq() > newestAtStart) {
          latency.told(event);
        }
      }
      position = event.seq();
    }
  }

  private void rest() throws IOException, InterruptedException {
    var silence = Duration.ofNanos(System.nanoTime() - lastWrite);
    var left = settings.heartbeat().minus(silence);
    if (left.isPositive()) {
      subscription.await(left);
    } else {
      outlet.heartbeat(position);
      lastWrite = System.nanoTime();
    }
  }

  private void sayGoodbye() throws IOException {
    var why = ending.get();
    if (why != null) {
      outlet.end(why, position);
    }
  }

  private void write(ObjectNode event) throws IOException {
    outlet.event(event);
    lastWrite = System.nanoTime();
  }

  private void flush() throws IOException {
    outlet.flush();
  }
}
