package dev.meanwhile.task.work;

import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.line.Admission;
import dev.meanwhile.task.line.Tickets;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import dev.meanwhile.task.run.Runs;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs tries: a ticket becomes a start, the handler's work, and an end.
@Component
public class Worker implements SmartLifecycle, Tickets.Holder {
  private static final Logger log = LoggerFactory.getLogger(Worker.class);
  /// How much longer than running steps the ends that are on their way to the disk may take at shutdown.
  private static final Duration LAST_ENDS = Duration.ofSeconds(5);

  private final Tickets tickets;
  private final TaskRows rows;
  private final Starts starts;
  private final Handling handling;
  private final EndWriter ends;
  private final TryEndings endings;
  private final Admission admission;
  private final Runs runs;
  private final TaskSettings settings;
  private volatile boolean running;
  private volatile boolean draining;

  Worker(Tickets tickets, TaskRows rows, Starts starts, Handling handling, EndWriter ends,
      TryEndings endings, Admission admission, Runs runs, TaskSettings settings) {
    this.tickets = tickets;
    this.rows = rows;
    this.starts = starts;
    this.handling = handling;
    this.ends = ends;
    this.endings = endings;
    this.admission = admission;
    this.runs = runs;
    this.settings = settings;
  }

  @Override
  public void claimed(List<Moves.Ticket> claimed) {
    if (!draining) { // else there may be no thread for it any more
      starts.startTogether(claimed);
    }
  }

  @Override
  public boolean run(UUID taskId, int number) {
    var ticket = new Moves.Ticket(taskId, number);
    return switch (starts.take(ticket)) {
      case Starts.Taken.Begun(var row) -> work(row, ticket);
      case Starts.Taken.Nothing() -> close(ticket);
      case Starts.Taken.Elsewhere() -> true; // whoever has it redeems it
    };
  }

  private boolean work(TaskRow row, Moves.Ticket ticket) {
    boolean handedOn = false;
    try {
      ends.write(row, handling.handle(row), () -> starts.giveBack(ticket));
      handedOn = true;
    } finally {
      if (!handedOn) {
        starts.giveBack(ticket);
      }
    }
    return true;
  }

  private boolean close(Moves.Ticket ticket) {
    try {
      rows.find(ticket.taskId()).ifPresent(row -> close(row, ticket.number()));
    } finally {
      starts.giveBack(ticket);
    }
    return false;
  }

  /// The ticket of a task that ended, or that died too often: whoever had the ticket before has no thread left that
  /// would give the slot back.
  private void close(TaskRow row, int ticket) {
    endings.failLost(row.user(), row.taskId(), ticket);
    if (!runs.has(row.taskId())) {
      admission.release(row.user(), row.taskId(), row.node());
    }
  }

  @Override
  public void due(UUID taskId) {
    rows.find(taskId).ifPresent(row -> admission.due(row.user(), taskId));
  }

  @Override
  public boolean works(UUID taskId) {
    return starts.has(taskId);
  }

  @Override
  public void noThreadCame(UUID taskId) {
    handBack(taskId::equals);
  }

  /// Hands back the tries that are started and that no thread has come for.
  private void handBack(Predicate<UUID> which) {
    starts.takeBegun(which).forEach((ticket, row) -> {
      log.warn("task {}: no thread came for its try", row.taskId());
      ends.write(row, new TryEnd.Handed(), () -> starts.giveBack(ticket));
    });
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
      var handing = Thread.startVirtualThread(() -> handBack(_ -> true)); // may wait for other ends
      if (!handing.join(LAST_ENDS) || !ends.awaitWritten(settings.drain().plus(LAST_ENDS))) {
        log.warn("ends of tries are not on disk yet, their tasks run again");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
