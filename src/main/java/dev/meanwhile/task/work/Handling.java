package dev.meanwhile.task.work;

import dev.meanwhile.Problem;
import dev.meanwhile.task.TaskError;
import dev.meanwhile.task.handler.Handlers;
import dev.meanwhile.task.handler.PermanentFailure;
import dev.meanwhile.task.handler.TaskHandler;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.task.handler.TransientFailure;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.run.Running;
import dev.meanwhile.task.run.Runs;
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

  private final Handlers handlers;
  private final Runs runs;
  private final JsonMapper json;

  Handling(Handlers handlers, Runs runs, JsonMapper json) {
    this.handlers = handlers;
    this.runs = runs;
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
      return running.stop() == null ? new TryEnd.Done(outcome) : stopped(running, handler);
    } catch (Throwable failure) { // whatever a generator throws ends its own task and nothing else
      return running.stop() == null ? classify(task, failure) : stopped(running, handler);
    } finally {
      runs.leave(running);
    }
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
