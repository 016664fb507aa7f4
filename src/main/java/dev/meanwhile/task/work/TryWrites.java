package dev.meanwhile.task.work;

import dev.meanwhile.store.GroupCommit;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.run.RunRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Writes how tries start and how they complete. Those that come while others are being written share a transaction; what
/// stores artifacts has one of its own, since it waits for its user's other files.
@Component
class TryWrites {
  private final TryEndings endings;
  private final GroupCommit<UUID, Moves.Ticket, Optional<TaskRow>> starts;
  private final GroupCommit<UUID, TryEndings.Finished, Boolean> completions;

  TryWrites(RunRecords records, TryEndings endings, TaskSettings settings) {
    this.endings = endings;
    this.starts = new GroupCommit<>(settings.together(), new Starts(records));
    this.completions = new GroupCommit<>(settings.together(), new Completions(endings));
  }

  /// Starts a try with a ticket; empty when the ticket is void.
  Optional<TaskRow> start(Moves.Ticket ticket) {
    return starts.write(ticket.taskId(), ticket);
  }

  /// The try made its outcome.
  ///
  /// @return false when the try may no longer write
  boolean complete(TaskRow task, TaskOutcome outcome) {
    return outcome.artifacts().isEmpty()
        ? completions.write(task.taskId(), new TryEndings.Finished(task, outcome))
        : endings.complete(task, outcome);
  }

  private record Starts(
      RunRecords records) implements GroupCommit.Writer<UUID, Moves.Ticket, Optional<TaskRow>> {
    @Override
    public Map<UUID, Optional<TaskRow>> together(Map<UUID, Moves.Ticket> tickets) {
      var started = new HashMap<UUID, Optional<TaskRow>>();
      records.startTogether(List.copyOf(tickets.values()))
          .forEach(row -> started.put(row.taskId(), Optional.of(row)));
      return started;
    }

    @Override
    public Optional<TaskRow> alone(Moves.Ticket ticket) {
      return records.start(ticket);
    }
  }

  private record Completions(
      TryEndings endings) implements GroupCommit.Writer<UUID, TryEndings.Finished, Boolean> {
    @Override
    public Map<UUID, Boolean> together(Map<UUID, TryEndings.Finished> done) {
      return endings.completeTogether(done);
    }

    @Override
    public Boolean alone(TryEndings.Finished done) {
      return endings.complete(done.started(), done.outcome());
    }
  }
}
