package dev.meanwhile.task;

import dev.meanwhile.Problem;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/// Runs tries: a ticket becomes a start, the handler's work, and an end.
@Component
class Worker implements SmartLifecycle, Tickets.Holder {
  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  /// What a try came to is worth some patience with a store that is away or busy; after that another try is made.
  private static final RetryTemplate STORE_AWAY = new RetryTemplate(RetryPolicy.builder()
      .includes(DataAccessException.class, TransactionException.class).maxRetries(6)
      .delay(Duration.ofMillis(200)).multiplier(2).maxDelay(Duration.ofSeconds(5)).build());

  private final Tickets tickets;
  private final TaskRows rows;
  private final Handlers handlers;
  private final Endings endings;
  private final RunRecords records;
  private final Runs runs;
  private final TaskSettings settings;
  private final JsonMapper json;
  private volatile boolean running;
  private volatile boolean draining;

  Worker(Tickets tickets, TaskRows rows, Handlers handlers, Endings endings, RunRecords records,
      Runs runs, TaskSettings settings, JsonMapper json) {
    this.tickets = tickets;
    this.rows = rows;
    this.handlers = handlers;
    this.endings = endings;
    this.records = records;
    this.runs = runs;
    this.settings = settings;
    this.json = json;
  }

  @Override
  public void run(UUID taskId, int ticket) {
    var started = records.start(taskId, ticket);
    if (started.isEmpty()) {
      rows.find(taskId).ifPresent(row -> endings.failLost(row.user(), taskId, ticket));
      return;
    }
    var end = handle(started.get());
    STORE_AWAY.invoke(() -> finish(started.get(), end));
  }

  /// How a try ended.
  private sealed interface End {
    record Done(TaskOutcome outcome) implements End {}

    record Failed(TaskError error) implements End {}

    record TryLater(TaskError error, @Nullable Duration retryAfter) implements End {}

    record Handed() implements End {}

    record Fenced() implements End {}
  }

  private End handle(TaskRow task) {
    var handler = handlers.find(task.type());
    if (handler.isEmpty()) {
      return new End.Failed(new TaskError("unknown_type",
          "this server has no generator \"%s\"".formatted(task.type()), true));
    }
    return handle(task, handler.get());
  }

  private <I extends Record> End handle(TaskRow task, TaskHandler<I> handler) {
    var running = new Running(task, Thread.currentThread(),
        System.nanoTime() + handler.kind().timeLimit().toNanos());
    var report = new ProgressReport(running, records, settings.progressEvery());
    runs.enter(running, report);
    try {
      var input = json.treeToValue(task.input(), handler.kind().input());
      var outcome = handler.run(input, new TaskRun(running, records, report));
      return running.stop() == null ? new End.Done(outcome) : stopped(running, handler);
    } catch (Throwable failure) { // whatever a generator throws ends its own task and nothing else
      return running.stop() == null ? classify(task, failure) : stopped(running, handler);
    } finally {
      running.handled();
      runs.leave(running);
    }
  }

  private static End stopped(Running running, TaskHandler<?> handler) {
    return switch (java.util.Objects.requireNonNull(running.stop())) {
      case FENCED -> new End.Fenced();
      case DRAIN -> new End.Handed();
      case TIME_LIMIT -> new End.Failed(new TaskError("time_limit",
          "it ran longer than %d s".formatted(handler.kind().timeLimit().toSeconds()), true));
    };
  }

  private static End classify(TaskRow task, Throwable failure) {
    return switch (failure) {
      case TransientFailure passing -> new End.TryLater(
          new TaskError(passing.code(), String.valueOf(passing.getMessage()), true),
          passing.retryAfter());
      case PermanentFailure lasting -> new End.Failed(
          new TaskError(lasting.code(), String.valueOf(lasting.getMessage()), false));
      case Problem problem -> new End.Failed(
          new TaskError(problem.code(), problem.detail(), problem.retryAfter() != null));
      case DataAccessException away -> new End.TryLater(storeAway(task, away), null);
      case TransactionException away -> new End.TryLater(storeAway(task, away), null);
      default -> internal(task, failure);
    };
  }

  private static TaskError storeAway(TaskRow task, Exception failure) {
    log.warn("task {}: the store failed", task.taskId(), failure);
    return new TaskError("store_unavailable", "the store was away", true);
  }

  private static End internal(TaskRow task, Throwable failure) {
    log.error("task {} of {} failed", task.taskId(), task.user(), failure);
    return new End.Failed(new TaskError("internal_error",
        "an internal error; the server's log has it under the task's ID", true));
  }

  private boolean finish(TaskRow task, End end) {
    if (rows.find(task.taskId()).isEmpty()) {
      return false; // its user was removed, with all that was theirs
    }
    switch (end) {
      case End.Done(var outcome) -> complete(task, outcome);
      case End.Failed(var error) -> endings.fail(task, error);
      case End.TryLater(var error, var retryAfter) -> tryLater(task, error, retryAfter);
      case End.Handed() -> endings.handBack(task);
      case End.Fenced() -> log.debug("task {}: the try was fenced", task.taskId());
    }
    endings.release(task.user(), task.taskId());
    return true;
  }

  private void complete(TaskRow task, TaskOutcome outcome) {
    try {
      endings.complete(task, outcome);
    } catch (Problem problem) { // what it made can't be kept, for example over the quota
      endings.fail(task, new TaskError(problem.code(), problem.detail(), true));
    }
  }

  private void tryLater(TaskRow task, TaskError error, @Nullable Duration retryAfter) {
    if (task.attempt() >= task.maxAttempts()) {
      endings.fail(task, error);
    } else {
      endings.tryLater(task, error, delay(task.attempt(), retryAfter));
    }
  }

  private Duration delay(int attempt, @Nullable Duration retryAfter) {
    long base = settings.backOff().toMillis() << Math.min(attempt - 1, 20);
    long asked = retryAfter == null ? 0 : retryAfter.toMillis();
    long most = settings.maxBackOff().toMillis();
    long jitter = ThreadLocalRandom.current().nextLong(settings.backOff().toMillis() / 4 + 1);
    return Duration.ofMillis(Math.min(most, Math.max(base, asked)) + jitter);
  }

  @Override
  public void due(UUID taskId) {
    rows.find(taskId).ifPresent(row -> endings.due(row.user(), taskId));
  }

  @Override
  public boolean works(UUID taskId) {
    return runs.has(taskId);
  }

  /// Whether the node shuts down and takes nothing new.
  boolean isDraining() {
    return draining;
  }

  @Override
  public void start() {
    tickets.start(this);
    running = true;
  }

  @Override
  public void stop() {
    draining = true;
    running = false;
    var stopping = Thread.startVirtualThread(tickets::stop);
    try {
      runs.drain(settings.drain());
      stopping.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
