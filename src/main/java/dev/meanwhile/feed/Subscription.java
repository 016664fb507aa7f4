package dev.meanwhile.feed;

import dev.meanwhile.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// One reader's wish to be woken. Stored events are never queued here: a woken reader reads them from the feed at its
/// own pace; only whispers wait, and of those at most [#WHISPERS].
public final class Subscription implements AutoCloseable {
  /// How many whispers wait for a slow reader; later ones are dropped, which their offsets show.
  static final int WHISPERS = 256;

  private final UserId user;
  private final Consumer<Subscription> onClose;
  private final Semaphore news = new Semaphore(0);
  private final BlockingQueue<Whisper> whispers = new ArrayBlockingQueue<>(WHISPERS);

  Subscription(UserId user, Consumer<Subscription> onClose) {
    this.user = user;
    this.onClose = onClose;
  }

  UserId user() {
    return user;
  }

  /// Waits for something new, at most for `limit`.
  ///
  /// @return whether something may be new; false when the limit passed
  public boolean await(Duration limit) throws InterruptedException {
    boolean woken = news.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
    news.drainPermits();
    return woken;
  }

  /// Takes the whispers that came since the last call, oldest first.
  public List<Whisper> whispers() {
    var taken = new ArrayList<Whisper>();
    whispers.drainTo(taken);
    return taken;
  }

  /// Wakes the reader, from any thread: there is news, or something else to see to.
  public void wake() {
    news.release();
  }

  void hear(Whisper whisper) {
    if (whispers.offer(whisper)) {
      wake();
    }
  }

  @Override
  public void close() {
    onClose.accept(this);
  }
}
