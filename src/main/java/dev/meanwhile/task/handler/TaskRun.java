package dev.meanwhile.task.handler;

import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.Progress;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.Usage;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.run.Running;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

/// One try of a task, as its handler sees it: what to work on, and the way to report progress and to keep finished steps.
///
/// Each method throws when the try should end: cancelled, fenced, over its time, or the node stops. A handler lets that
/// fly. One thread at a time.
public final class TaskRun {
  private final TaskRow task;
  private final Running running;

  /// The engine makes one for each try.
  public TaskRun(Running running) {
    this.task = running.task();
    this.running = running;
  }

  /// The task.
  public UUID taskId() {
    return task.taskId();
  }

  /// Whose it is.
  public UserId user() {
    return task.user();
  }

  /// Where its artifacts go.
  public ProjectKey project() {
    return task.project();
  }

  /// When the task was created: the same in each try, so that what is stamped with it is the same too.
  public Instant createdAt() {
    return task.createdAt();
  }

  /// Whether a failure that could pass ends the task, because it has no try left.
  public boolean isLastTry() {
    return task.attempt() >= task.maxAttempts();
  }

  /// Reports progress. Cheap: it is stored at most once a second.
  ///
  /// @param step the number of the current step, from 1
  /// @param percentage 0–99 of the whole; 100 comes with the end
  public void progress(int step, int totalSteps, String currentStep, int percentage,
      String message) {
    var progress = new Progress(currentStep, step, totalSteps, Math.min(percentage, 99), message);
    running.report(progress);
  }

  /// Goes on only if the try should.
  public void checkpoint() {
    running.check();
  }

  /// Does a piece of work whose result is worth keeping: a later try takes the stored result instead. Each model call is
  /// a step.
  ///
  /// @param key names the step within the task; the same work has the same key in each try
  /// @param type what the result becomes from JSON
  public <T> T step(String key, Class<T> type, Callable<T> work) throws Exception {
    var known = running.find(key, type);
    if (known.isPresent()) {
      return known.get();
    }
    T result = work.call();
    return running.store(key, result);
  }

  /// Adds to what the task's model calls came to.
  public void spent(Usage usage) {
    running.spent(usage);
  }

  /// Says which prompt the task used last.
  ///
  /// @param hash of the prompt's text
  public void prompted(String hash) {
    running.prompted(hash);
  }

  /// The tasks that this one waited for, each completed, with its result; oldest first.
  public List<Task> parents() {
    return running.parents();
  }

  /// The task to read from when the input names one: its newest retry, or itself.
  public UUID newest(UUID taskId) {
    return running.newestRetry(taskId);
  }
}
