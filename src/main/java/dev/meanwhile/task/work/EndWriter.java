package dev.meanwhile.task.work;

import dev.meanwhile.Problem;
import dev.meanwhile.store.GroupCommit;
import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.row.TaskRow;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Writes how tries ended, beside the slots: a slot takes its next ticket while an end is on its way to the disk. Tries
/// that completed at once share a transaction; what stores artifacts has one of its own, since it waits for its user's
/// other files.
@Component
class EndWriter {
  private static final Logger log = LoggerFactory.getLogger(EndWriter.class);

  /// What a try came to is worth some patience with a store that is away or busy; after that another try is made.
  private static final RetryTemplate STORE_AWAY = new RetryTemplate(RetryPolicy.builder()
      .includes(DataAccessException.class, TransactionException.class).maxRetries(6)
      .delay(Duration.ofMillis(200)).multiplier(2).maxDelay(Duration.ofSeconds(5)).build());

  private final TryEndings endings;
  private final BackOff backOff;
  private final GroupCommit<UUID, TryEndings.Finished, Boolean> completions;
  /// As many ends as there are slots may be under way, one thread for each.
  private final int most;
  /// How many more may be.
  private final Semaphore free;
  private final ExecutorService threads = Executors.newCachedThreadPool(
      Thread.ofPlatform().name("end-", 0).daemon().factory());

  EndWriter(TryEndings endings, BackOff backOff, TaskSettings settings, MeterRegistry registry) {
    this.endings = endings;
    this.backOff = backOff;
    this.completions = new GroupCommit<>(settings.together(), endings::completeTogether,
        this::beside);
    this.most = settings.slots();
    this.free = new Semaphore(most);
    gauge("meanwhile.tasks.ends.writing", "Ends of tries on their way to the disk, this node",
        it -> it.most - it.free.availablePermits(), registry);
    gauge("meanwhile.tasks.ends.blocked",
        "Slots that wait with an end because too many are on their way, this node",
        it -> it.free.getQueueLength(), registry);
  }

  private void gauge(String name, String description, ToDoubleFunction<EndWriter> figure,
      MeterRegistry registry) {
    Gauge.builder(name, this, figure).description(description).register(registry);
  }

  /// Writes an end soon; waits while as many as there are slots are under way, so that a slow store slows the node down.
  ///
  /// @param then called when the end is written, or given up: the ticket is then one that nobody works on, and leads to
  ///     another try
  void write(TaskRow started, TryEnd end, Runnable then) {
    free.acquireUninterruptibly();
    Runnable done = () -> {
      then.run();
      free.release();
    };
    if (end instanceof TryEnd.Done(var outcome) && outcome.artifacts().isEmpty()) {
      completions.write(started.taskId(), new TryEndings.Finished(started, outcome), written -> {
        if (written.orElse(false)) {
          done.run();
        } else {
          beside(() -> writeAlone(started, end, done));
        }
      });
    } else {
      beside(() -> writeAlone(started, end, done));
    }
  }

  /// On another thread, or on this one when there is none to be had.
  private void beside(Runnable work) {
    try {
      threads.execute(work);
    } catch (OutOfMemoryError noThread) {
      log.warn("an end is written by its slot's thread: {}", noThread.getMessage());
      work.run();
    }
  }

  private void writeAlone(TaskRow started, TryEnd end, Runnable done) {
    try {
      STORE_AWAY.invoke(() -> finish(started, end));
    } catch (RuntimeException failure) {
      log.error("task {}: the end of its try can't be written, another try is made",
          started.taskId(), failure);
    } finally {
      done.run();
    }
  }

  /// Writes the end, or leaves when the try may no longer write.
  private boolean finish(TaskRow task, TryEnd end) {
    boolean written = switch (end) {
      case TryEnd.Done(var outcome) -> complete(task, outcome);
      case TryEnd.Failed(var error) -> endings.fail(task, error);
      case TryEnd.TryLater(var error, var retryAfter) -> tryLater(task, error, retryAfter);
      case TryEnd.Handed() -> endings.handBack(task);
      case TryEnd.Fenced() -> false;
    };
    if (!written) {
      log.debug("task {}: the try was fenced", task.taskId());
      endings.leave(task);
    }
    return written;
  }

  private boolean complete(TaskRow task, TaskOutcome outcome) {
    try {
      boolean written = endings.complete(task, outcome);
      if (!written) {
        endings.discard(task, outcome);
      }
      return written;
    } catch (Problem problem) { // what it made can't be kept, for example over the quota
      endings.discard(task, outcome);
      return endings.fail(task, new TaskError(problem.code(), problem.detail(), true));
    }
  }

  private boolean tryLater(TaskRow task, TaskError error, @Nullable Duration retryAfter) {
    return task.attempt() >= task.maxAttempts()
        ? endings.fail(task, error)
        : endings.tryLater(task, error, backOff.after(task.attempt(), retryAfter));
  }

  /// Waits until all ends are written that were brought so far.
  ///
  /// @return false when they weren't within the limit
  boolean awaitWritten(Duration limit) throws InterruptedException {
    boolean all = free.tryAcquire(most, limit.toMillis(), TimeUnit.MILLISECONDS);
    if (all) {
      free.release(most);
    }
    return all;
  }
}
