package dev.meanwhile.llm.wire;

import dev.meanwhile.llm.call.ModelCall;
import dev.meanwhile.llm.call.ModelFailure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The body of an answer, closed from outside when the server is silent too long, the call's time is over, or more
/// arrives than is allowed. Only time spent waiting for bytes counts as silence.
final class WatchedStream extends FilterInputStream {
  private static final long NOT_READING = Long.MIN_VALUE;
  private static final Duration LONGEST_TICK = Duration.ofSeconds(1);

  private final ModelCall call;
  private final Duration idle;
  private final ScheduledFuture<?> watch;
  private long bytesLeft;
  private volatile long readingSince = NOT_READING;
  private volatile @Nullable ModelFailure failure;

  WatchedStream(InputStream body, ModelCall call, Duration idle, long mostBytes,
      ScheduledExecutorService clock) {
    super(body);
    this.call = call;
    this.idle = idle;
    this.bytesLeft = mostBytes;
    long tick = Math.clamp(idle.toNanos() / 4, 1_000_000L, LONGEST_TICK.toNanos());
    this.watch = clock.scheduleWithFixedDelay(this::check, tick, tick, TimeUnit.NANOSECONDS);
    call.closes(this::closeQuietly);
  }

  /// Why the stream was closed from outside, if it was.
  @Nullable
  ModelFailure failure() {
    return failure;
  }

  private void check() {
    long since = readingSince;
    if (call.nanosLeft() <= 0) {
      fail(ModelFailure.Reason.TIMED_OUT, "The model took too long for the whole reply.");
    } else if (since != NOT_READING && System.nanoTime() - since > idle.toNanos()) {
      fail(ModelFailure.Reason.TIMED_OUT, "The model fell silent in the middle of its reply.");
    }
  }

  private void fail(ModelFailure.Reason reason, String message) {
    failure = new ModelFailure(reason, message);
    closeQuietly();
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    readingSince = System.nanoTime();
    int count;
    try {
      count = in.read(buffer, offset, length);
    } finally {
      readingSince = NOT_READING;
    }
    bytesLeft -= Math.max(count, 0);
    if (bytesLeft < 0) {
      fail(ModelFailure.Reason.UNUSABLE, "The model's reply is longer than allowed.");
    }
    if (failure != null || call.isStopped()) {
      throw new IOException("closed");
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    watch.cancel(false);
    super.close();
  }

  private void closeQuietly() {
    watch.cancel(false);
    try {
      in.close();
    } catch (IOException _) {
      // closing is all that was wanted; the reader sees the end of the stream
    }
  }
}
