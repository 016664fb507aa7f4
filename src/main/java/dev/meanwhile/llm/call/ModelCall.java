package dev.meanwhile.llm.call;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One call of a model while it runs: its deadline and its way to be stopped. The whole call runs on one thread, from
/// the gate to the last byte, so the HTTP client finds it in a scoped value.
public final class ModelCall implements AutoCloseable {
  /// The call that runs on this thread.
  public static final ScopedValue<ModelCall> CURRENT = ScopedValue.newInstance();

  private final long deadlineNanos;
  private final Cancellation cancellation;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicReference<Runnable> closer = new AtomicReference<>(() -> {});
  private final Cancellation.Registration registration;

  /// A call that begins now.
  public ModelCall(Duration totalTimeout, Cancellation cancellation) {
    this.deadlineNanos = System.nanoTime() + totalTimeout.toNanos();
    this.cancellation = cancellation;
    this.registration = cancellation.onCancel(this::stop);
  }

  /// Ends the call from any thread: what is open is closed, what sleeps wakes.
  public void stop() {
    stopped.countDown();
    closer.get().run();
  }

  /// Whether the call was stopped.
  public boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /// Closes `connection` when the call is stopped; at once if it was.
  public void closes(Runnable connection) {
    closer.set(connection);
    if (isStopped()) {
      connection.run();
    }
  }

  /// Nanoseconds until the call's deadline; negative when it has passed.
  public long nanosLeft() {
    return deadlineNanos - System.nanoTime();
  }

  /// Sleeps unless the call is stopped first.
  ///
  /// @throws ModelFailure when stopped or interrupted; the interrupt stays set
  public void sleep(Duration wait) {
    try {
      if (stopped.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw ModelFailure.cancelled();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw ModelFailure.cancelled();
    }
  }

  /// What to report when the connection broke: the stop or the deadline that broke it, or else `found`.
  public ModelFailure reasonFor(@Nullable ModelFailure found, ModelFailure otherwise) {
    if (cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
      return ModelFailure.cancelled();
    }
    return found == null ? otherwise : found;
  }

  @Override
  public void close() {
    registration.close();
  }
}
