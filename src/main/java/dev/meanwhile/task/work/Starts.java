package dev.meanwhile.task.work;

import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.run.RunRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The tickets that this node has, from the start of their try to its end that is written, and the tries that are
/// started and have no thread yet.
@Component
class Starts {
  private static final Logger log = LoggerFactory.getLogger(Starts.class);

  private final RunRecords records;
  private final TaskSettings settings;
  /// By ticket the try that is started and that no thread has come for, or nothing once somebody is at it.
  private final Map<Moves.Ticket, Optional<TaskRow>> held = new ConcurrentHashMap<>();

  Starts(RunRecords records, TaskSettings settings) {
    this.records = records;
    this.settings = settings;
  }

  /// What a thread gets for a ticket.
  sealed interface Taken {
    /// A try that is the thread's to run, and the ticket to give back.
    record Begun(TaskRow row) implements Taken {}

    /// There is nothing to run with the ticket, and it is the thread's to give back.
    record Nothing() implements Taken {}

    /// Another thread of this node has the ticket: its claim was lost with the database, or it was taken for dead.
    record Elsewhere() implements Taken {}
  }

  /// Starts the tries of tickets that were claimed at once; they share transactions. What somebody is in the way of, and
  /// what fails, is left to the thread that takes the ticket.
  void startTogether(List<Moves.Ticket> claimed) {
    var fresh = claimed.stream().filter(this::hold).toList();
    for (int from = 0; from < fresh.size(); from += settings.together()) {
      start(fresh.subList(from, Math.min(from + settings.together(), fresh.size())));
    }
  }

  private boolean hold(Moves.Ticket ticket) {
    return held.putIfAbsent(ticket, Optional.empty()) == null;
  }

  private void start(List<Moves.Ticket> fresh) {
    Map<Moves.Ticket, TaskRow> started = Map.of();
    try {
      started = records.startTogether(fresh).stream().collect(
          Collectors.toMap(row -> new Moves.Ticket(row.taskId(), row.ticket()), row -> row));
    } catch (Throwable failure) { // an error too: what is claimed has to run
      log.warn("tries are started one by one, {} of them: {}", fresh.size(), failure.toString());
    } finally {
      for (var ticket : fresh) {
        keep(ticket, started.get(ticket));
      }
    }
  }

  private void keep(Moves.Ticket ticket, @Nullable TaskRow started) {
    if (started == null) {
      held.remove(ticket);
    } else {
      held.put(ticket, Optional.of(started));
    }
  }

  /// Takes a ticket for the calling thread and starts its try, unless it was started together with others.
  Taken take(Moves.Ticket ticket) {
    var begun = takeBegun(ticket);
    if (begun.isPresent()) {
      return new Taken.Begun(begun.get());
    }
    return hold(ticket) ? start(ticket) : new Taken.Elsewhere();
  }

  private Taken start(Moves.Ticket ticket) {
    boolean started = false;
    try {
      var row = records.start(ticket);
      started = true;
      return row.<Taken>map(Taken.Begun::new).orElseGet(Taken.Nothing::new);
    } finally {
      if (!started) {
        giveBack(ticket);
      }
    }
  }

  private Optional<TaskRow> takeBegun(Moves.Ticket ticket) {
    var begun = held.getOrDefault(ticket, Optional.empty());
    return begun.isPresent() && held.replace(ticket, begun, Optional.empty())
        ? begun
        : Optional.empty();
  }

  void giveBack(Moves.Ticket ticket) {
    held.remove(ticket);
  }

  boolean has(UUID taskId) {
    return held.keySet().stream().anyMatch(ticket -> ticket.taskId().equals(taskId));
  }

  /// Takes the tries that are started and that no thread comes for any more.
  ///
  /// @param which their tasks
  Map<Moves.Ticket, TaskRow> takeBegun(Predicate<UUID> which) {
    var left = new HashMap<Moves.Ticket, TaskRow>();
    held.keySet().stream().filter(ticket -> which.test(ticket.taskId()))
        .forEach(ticket -> takeBegun(ticket).ifPresent(row -> left.put(ticket, row)));
    return left;
  }
}
