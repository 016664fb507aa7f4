package dev.meanwhile.task.work;

import dev.meanwhile.Problem;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.handler.Handlers;
import dev.meanwhile.task.handler.PermanentFailure;
import dev.meanwhile.task.handler.TaskHandler;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.task.handler.TransientFailure;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.run.Running;
import dev.meanwhile.task.run.Runs;
import java.util.ArrayList;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/// The handler's part of a try: whatever the handler does becomes one of the ways that a try ends.
@Component
class Handling {
  private static final Logger log = LoggerFactory.getLogger(Handling.class);

  /// From this size on an outcome takes a while to store.
  private static final long LARGE_BYTES = 1 << 20;

  private final Handlers handlers;
  private final Runs runs;
  private final Artifacts artifacts;
  private final JsonMapper json;

  Handling(Handlers handlers, Runs runs, Artifacts artifacts, JsonMapper json) {
    this.handlers = handlers;
    this.runs = runs;
    this.artifacts = artifacts;
    this.json = json;
  }

  /// Runs the handler on the calling thread, and returns how that ended; never throws what a handler threw.
  TryEnd handle(TaskRow task) {
    var handler = handlers.find(task.type());
    if (handler.isEmpty()) {
      return new TryEnd.Failed(new TaskError("unknown_type",
          "this server has no generator \"%s\"".formatted(task.type()), true));
    }
    return handle(task, handler.get());
  }

  private <I extends Record> TryEnd handle(TaskRow task, TaskHandler<I> handler) {
    var running = runs.enter(task, handler.kind().timeLimit());
    try {
      var input = json.treeToValue(task.input(), handler.kind().input());
      var outcome = handler.run(input, new TaskRun(running));
      return running.stop() == null
          ? new TryEnd.Done(stored(task, outcome, running))
          : stopped(running, handler);
    } catch (Throwable failure) { // whatever a generator throws ends its own task and nothing else
      return running.stop() == null ? classify(task, failure) : stopped(running, handler);
    } finally {
      runs.leave(running);
    }
  }

  /// Stores a large outcome piece by piece before its end is written, so that progress goes on and a cancel is heard. What
  /// fails here is left to the end, which knows how to go on.
  private TaskOutcome stored(TaskRow task, TaskOutcome outcome, Running running) {
    var made = outcome.artifacts();
    if (made.stream().mapToLong(artifact -> artifact.content().length).sum() < LARGE_BYTES) {
      return outcome;
    }
    var kept = new ArrayList<NewArtifact>();
    try {
      for (var artifact : made) {
        running.storing("Storing " + artifact.name(),
            () -> kept.add(artifacts.stage(task.user(), artifact)));
      }
    } catch (DataAccessException | TransactionException | Problem failure) {
      log.warn("task {}: {} of {} artifacts are stored before its end: {}", task.taskId(),
          kept.size(), made.size(), failure.getMessage());
      kept.addAll(made.subList(kept.size(), made.size()));
    } catch (RuntimeException stopped) {
      artifacts.discard(task.taskId(), kept);
      throw stopped;
    }
    return outcome.with(kept);
  }

  private static TryEnd stopped(Running running, TaskHandler<?> handler) {
    return switch (Objects.requireNonNull(running.stop())) {
      case FENCED -> new TryEnd.Fenced();
      case DRAIN -> new TryEnd.Handed();
      case TIME_LIMIT -> new TryEnd.Failed(new TaskError("time_limit",
          "it ran longer than %d s".formatted(handler.kind().timeLimit().toSeconds()), true));
    };
  }

  private static TryEnd classify(TaskRow task, Throwable failure) {
    return switch (failure) {
      case TransientFailure passing -> new TryEnd.TryLater(
          new TaskError(passing.code(), String.valueOf(passing.getMessage()), true),
          passing.retryAfter());
      case PermanentFailure lasting -> new TryEnd.Failed(
          new TaskError(lasting.code(), String.valueOf(lasting.getMessage()), false));
      case Problem problem -> new TryEnd.Failed(
          new TaskError(problem.code(), problem.detail(), problem.retryAfter() != null));
      case DataAccessException away -> new TryEnd.TryLater(storeAway(task, away), null);
      case TransactionException away -> new TryEnd.TryLater(storeAway(task, away), null);
      default -> internal(task, failure);
    };
  }

  private static TaskError storeAway(TaskRow task, Exception failure) {
    log.warn("task {}: the store failed", task.taskId(), failure);
    return new TaskError("store_unavailable", "the store was away", true);
  }

  private static TryEnd internal(TaskRow task, Throwable failure) {
    log.error("task {} of {} failed", task.taskId(), task.user(), failure);
    return new TryEnd.Failed(new TaskError("internal_error",
        "an internal error; the server's log has it under the task's ID", true));
  }
}
