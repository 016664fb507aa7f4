package dev.meanwhile.task.door;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.artifact.Artifact;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskFilter;
import dev.meanwhile.task.TaskPage;
import dev.meanwhile.task.handler.Handlers;
import dev.meanwhile.task.handler.TaskKind;
import dev.meanwhile.task.line.Slots;
import dev.meanwhile.task.row.Listings;
import dev.meanwhile.task.row.TaskNews;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// All tasks, each seen by its own user only: somebody else's is answered as if it did not exist.
@Component
public class Tasks {
  private final Handlers handlers;
  private final Creation creation;
  private final Retries retries;
  private final Cancels cancels;
  private final TaskRows rows;
  private final Listings listings;
  private final Views views;
  private final Slots slots;
  private final Artifacts artifacts;
  private final TaskNews news;

  Tasks(Handlers handlers, Creation creation, Retries retries, Cancels cancels, TaskRows rows,
      Listings listings, Views views, Slots slots, Artifacts artifacts, TaskNews news) {
    this.handlers = handlers;
    this.creation = creation;
    this.retries = retries;
    this.cancels = cancels;
    this.rows = rows;
    this.listings = listings;
    this.views = views;
    this.slots = slots;
    this.artifacts = artifacts;
    this.news = news;
  }

  /// What a wish led to.
  ///
  /// @param replayed whether the task was there already, under the same idempotency key
  public record Created(Task task, boolean replayed) {}

  /// What is on offer, by type.
  public List<TaskKind<?>> kinds() {
    return handlers.kinds();
  }

  /// Accepts a task: when this returns outside a transaction, it is on disk; inside one, it is with the commit.
  ///
  /// @throws Problem bad field, too large, quota, idempotency mismatch, or unavailable while the node drains
  @Transactional
  public Created create(NewTask wish) {
    return creation.create(wish);
  }

  /// The user's task as it is now.
  ///
  /// @throws Problem not found
  public Task get(UserId user, UUID taskId) {
    return views.get(user, taskId);
  }

  /// Those of these tasks that are the user's and still kept.
  public List<Task> of(UserId user, Collection<UUID> taskIds) {
    return views.placed(user, rows.all(user, taskIds));
  }

  /// The tasks that a turn started, oldest first.
  public List<Task> startedBy(UserId user, UUID turnId) {
    return views.of(rows.startedBy(user, turnId));
  }

  /// The user's tasks, newest first.
  public TaskPage list(UserId user, TaskFilter filter) {
    var found = listings.list(user, filter, filter.limit() + 1);
    var page = found.subList(0, Math.min(found.size(), filter.limit()));
    String next = found.size() > page.size() ? cursor(page.getLast()) : null;
    return new TaskPage(views.placed(user, page), next);
  }

  private static String cursor(TaskRow last) {
    return new TaskFilter.Cursor(last.createdAt(), last.taskId()).text();
  }

  /// The user's tasks that haven't ended, newest first.
  ///
  /// @param limit how many at the most
  public List<Task> open(UserId user, int limit) {
    return views.placed(user, rows.open(user, limit));
  }

  /// The user's tasks that ended last, newest first.
  ///
  /// @param limit how many at the most
  public List<Task> ended(UserId user, int limit) {
    return views.of(rows.ended(user, limit));
  }

  /// Ends the user's task; idempotent. No later write of its handler counts.
  ///
  /// @throws Problem not found
  public Task cancel(UserId user, UUID taskId) {
    return cancels.cancel(user, taskId);
  }

  /// Cancels all of a user's open tasks.
  public void cancelAll(UserId user) {
    rows.openTasks(user).forEach(taskId -> cancels.cancel(user, taskId));
  }

  /// Makes a new task of a failed or cancelled one, which takes over its finished steps.
  ///
  /// @throws Problem not found, or a conflict when the task isn't failed or cancelled
  @Transactional
  public Task retry(UserId user, UUID taskId) {
    return retry(user, taskId, null, null);
  }

  /// The same within a turn: the same task again in the same turn gives the same retry.
  @Transactional
  public Task retry(UserId user, UUID taskId, @Nullable UUID turnId,
      @Nullable String idempotencyKey) {
    return retries.retry(user, taskId, turnId, idempotencyKey);
  }

  /// What the user's task made.
  ///
  /// @throws Problem not found
  public List<Artifact> artifacts(UserId user, UUID taskId) {
    get(user, taskId);
    return artifacts.madeBy(user, taskId);
  }

  /// Whether users may reach tasks over the API.
  public boolean apiEnabled() {
    return news.withLinks();
  }

  /// The user's limits and load.
  public Slots.Load load(UserId user) {
    return slots.load(user);
  }
}
