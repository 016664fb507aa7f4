package dev.meanwhile.task.work;

import dev.meanwhile.Problem;
import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.line.Admission;
import dev.meanwhile.task.line.Tickets;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import dev.meanwhile.task.run.Runs;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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

/// Runs tries: a ticket becomes a start, the handler's work, and an end.
@Component
public class Worker implements SmartLifecycle, Tickets.Holder {
  private static final Logger log = LoggerFactory.getLogger(Worker.class);

  /// What a try came to is worth some patience with a store that is away or busy; after that another try is made.
  private static final RetryTemplate STORE_AWAY = new RetryTemplate(RetryPolicy.builder()
      .includes(DataAccessException.class, TransactionException.class).maxRetries(6)
      .delay(Duration.ofMillis(200)).multiplier(2).maxDelay(Duration.ofSeconds(5)).build());

  private final Tickets tickets;
  private final TaskRows rows;
  private final Handling handling;
  private final TryEndings endings;
  private final Admission admission;
  private final TryWrites writes;
  private final Runs runs;
  private final TaskSettings settings;
  /// The tickets that threads of this node have, from the start to the end that is written.
  private final Set<Moves.Ticket> held = ConcurrentHashMap.newKeySet();
  private volatile boolean running;
  private volatile boolean draining;

  Worker(Tickets tickets, TaskRows rows, Handling handling, TryEndings endings, Admission admission,
      TryWrites writes, Runs runs, TaskSettings settings) {
    this.tickets = tickets;
    this.rows = rows;
    this.handling = handling;
    this.endings = endings;
    this.admission = admission;
    this.writes = writes;
    this.runs = runs;
    this.settings = settings;
  }

  @Override
  public boolean run(UUID taskId, int number) {
    var ticket = new Moves.Ticket(taskId, number);
    if (!held.add(ticket)) { // its claim was lost with the database, or it was taken for dead: that thread redeems it
      return true;
    }
    try {
      return tryOnce(ticket);
    } finally {
      held.remove(ticket);
    }
  }

  private boolean tryOnce(Moves.Ticket ticket) {
    var started = writes.start(ticket);
    if (started.isEmpty()) {
      rows.find(ticket.taskId()).ifPresent(row -> close(row, ticket.number()));
      return false;
    }
    var end = handling.handle(started.get());
    return STORE_AWAY.invoke(() -> finish(started.get(), end));
  }

  /// The ticket of a task that ended, or that died too often: whoever had the ticket before has no thread left that
  /// would give the slot back.
  private void close(TaskRow row, int ticket) {
    endings.failLost(row.user(), row.taskId(), ticket);
    if (!runs.has(row.taskId())) {
      admission.release(row.user(), row.taskId(), row.node());
    }
  }

  /// Writes the end. A try that may no longer write has only its slot to give back, if its task was cancelled.
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
      admission.release(task.user(), task.taskId(), task.node());
    }
    return written;
  }

  private boolean complete(TaskRow task, TaskOutcome outcome) {
    try {
      boolean written = writes.complete(task, outcome);
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
        : endings.tryLater(task, error, delay(task.attempt(), retryAfter));
  }

  /// How long a failed try is waited after; what failed together doesn't come back together.
  Duration delay(int attempt, @Nullable Duration retryAfter) {
    long base = settings.backOff().toMillis() << Math.min(attempt - 1, 20);
    long asked = retryAfter == null ? 0 : retryAfter.toMillis();
    long most = settings.maxBackOff().toMillis();
    long jitter = ThreadLocalRandom.current().nextLong(settings.backOff().toMillis() / 4 + 1);
    return Duration.ofMillis(Math.min(most, Math.max(base, asked)) + jitter);
  }

  @Override
  public void due(UUID taskId) {
    rows.find(taskId).ifPresent(row -> admission.due(row.user(), taskId));
  }

  @Override
  public boolean works(UUID taskId) {
    return held.stream().anyMatch(ticket -> ticket.taskId().equals(taskId));
  }

  /// Whether the node shuts down and takes nothing new.
  public boolean isDraining() {
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
