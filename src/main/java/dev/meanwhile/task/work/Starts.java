package dev.meanwhile.task.work;

import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.run.RunRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Set<Moves.Ticket> held = ConcurrentHashMap.newKeySet();
  private final Map<Moves.Ticket, TaskRow> begun = new ConcurrentHashMap<>();

  Starts(RunRecords records, TaskSettings settings) {
    this.records = records;
    this.settings = settings;
  }

  /// Starts the tries of tickets that were claimed at once; they share transactions. What somebody is in the way of, and
  /// what fails, is left to the thread that takes the ticket.
  void startTogether(List<Moves.Ticket> claimed) {
    var fresh = claimed.stream().filter(held::add).toList();
    for (int from = 0; from < fresh.size(); from += settings.together()) {
      start(fresh.subList(from, Math.min(from + settings.together(), fresh.size())));
    }
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
      begun.put(ticket, started);
    }
  }

  /// Takes the try of a ticket that was started together with others, if it was.
  Optional<TaskRow> takeBegun(Moves.Ticket ticket) {
    return Optional.ofNullable(begun.remove(ticket));
  }

  /// Takes a ticket for the calling thread, unless another of this node has it: its claim was lost with the database, or
  /// it was taken for dead.
  boolean take(Moves.Ticket ticket) {
    return held.add(ticket);
  }

  /// Starts the try of a ticket that was taken; empty when the ticket is void.
  Optional<TaskRow> start(Moves.Ticket ticket) {
    return records.start(ticket);
  }

  void giveBack(Moves.Ticket ticket) {
    held.remove(ticket);
  }

  boolean has(UUID taskId) {
    return held.stream().anyMatch(ticket -> ticket.taskId().equals(taskId));
  }

  /// Takes the tries that are started and that no thread comes for any more.
  ///
  /// @param which their tasks
  Map<Moves.Ticket, TaskRow> takeBegun(Predicate<UUID> which) {
    var left = new HashMap<Moves.Ticket, TaskRow>();
    begun.keySet().stream().filter(ticket -> which.test(ticket.taskId()))
        .forEach(ticket -> takeBegun(ticket).ifPresent(row -> left.put(ticket, row)));
    return left;
  }
}
