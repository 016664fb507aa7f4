package dev.meanwhile.task;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.artifact.Artifact;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.project.Projects;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/// All tasks, each seen by its own user only: somebody else's is answered as if it did not exist.
@Component
public class Tasks {
  private static final Duration LINE_MOVES = Duration.ofSeconds(30);
  private static final Duration RESTARTED = Duration.ofSeconds(10);

  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
  private final TaskRows rows;
  private final Moves moves;
  private final Listings listings;
  private final Slots slots;
  private final Admission admission;
  private final Endings endings;
  private final Handlers handlers;
  private final Inputs inputs;
  private final Idempotency idempotency;
  private final Steps steps;
  private final Projects projects;
  private final Artifacts artifacts;
  private final TaskNews news;
  private final Places places;
  private final TaskSettings settings;
  private final Worker worker;
  private final Clock clock;

  Tasks(TaskRows rows, Moves moves, Listings listings, Slots slots, Admission admission,
      Endings endings, Handlers handlers,
      Inputs inputs, Idempotency idempotency, Steps steps, Projects projects, Artifacts artifacts,
      TaskNews news, Places places, TaskSettings settings, Worker worker, Clock clock) {
    this.rows = rows;
    this.moves = moves;
    this.listings = listings;
    this.slots = slots;
    this.admission = admission;
    this.endings = endings;
    this.handlers = handlers;
    this.inputs = inputs;
    this.idempotency = idempotency;
    this.steps = steps;
    this.projects = projects;
    this.artifacts = artifacts;
    this.news = news;
    this.places = places;
    this.settings = settings;
    this.worker = worker;
    this.clock = clock;
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
    checkAccepting();
    var handler = handlers.ofType(wish.type());
    var dependsOn = dependencies(wish, handler);
    var slot = slots.lock(wish.user());
    var known = idempotency.find(wish);
    if (known.isPresent()) {
      return new Created(get(wish.user(), known.get()), true);
    }
    return new Created(insert(wish, handler.kind().type(), dependsOn, slot, null), false);
  }

  private void checkAccepting() {
    if (worker.isDraining()) {
      throw Problem.unavailable("the server is shutting down and takes no new tasks", RESTARTED);
    }
  }

  private <I extends Record> List<UUID> dependencies(NewTask wish, TaskHandler<I> handler) {
    var input = inputs.read(wish.input(), handler.kind().input());
    var implied = handler.dependencies(input);
    var all = new LinkedHashSet<>(wish.dependsOn());
    all.addAll(implied);
    checkDependencies(wish, all);
    handler.check(wish.user(), wish.project(), input);
    return List.copyOf(all);
  }

  private void checkDependencies(NewTask wish, Set<UUID> all) {
    for (var id : all) {
      if (rows.find(wish.user(), id).isEmpty()) {
        int index = wish.dependsOn().indexOf(id);
        throw Problem.badField(
            index < 0 ? fieldOf(wish.input(), id) : "depends_on[%d]".formatted(index),
            "no task " + id);
      }
    }
  }

  private static String fieldOf(ObjectNode input, UUID id) {
    return input.properties().stream()
        .filter(property -> property.getValue().asString("").equalsIgnoreCase(id.toString()))
        .map(Map.Entry::getKey).findFirst().orElse("input");
  }

  private Task insert(NewTask wish, String type, List<UUID> dependsOn, Slots.Slot slot,
      @Nullable UUID retryOf) {
    checkPending(slot);
    projects.use(wish.user(), wish.project());
    var parents = rows.lockAll(wish.user(), dependsOn);
    int open = (int) parents.stream().filter(parent -> parent.state() != TaskState.COMPLETED)
        .count();
    var row = moves.insert(new Moves.Insert(ids.generate(), wish, type, dependsOn, open,
        settings.maxAttempts(), retryOf, clock.instant()));
    slots.waiting(wish.user(), 1);
    idempotency.remember(wish, row.taskId());
    var created = news.tell("task.created", row,
        retryOf == null ? Map.of() : Map.of("retry_of", retryOf));
    return parents.stream()
        .filter(
            parent -> parent.state() == TaskState.FAILED || parent.state() == TaskState.CANCELLED)
        .findFirst().map(parent -> endings.fallAtOnce(row, parent))
        .orElseGet(() -> admitted(wish.user(), slot, created));
  }

  private Task admitted(UserId user, Slots.Slot slot, Task created) {
    admission.admit(user, slot);
    return places.placed(user, List.of(created)).getFirst();
  }

  private void checkPending(Slots.Slot slot) {
    if (slot.waiting() >= slot.pendingLimit()) {
      throw Problem.quota("per-user-pending", "%,d tasks wait already, the most is %,d "
          .formatted(slot.waiting(), slot.pendingLimit()) + "(meanwhile.tasks.per-user-pending)",
          LINE_MOVES);
    }
  }

  /// The user's task as it is now.
  ///
  /// @throws Problem not found
  public Task get(UserId user, UUID taskId) {
    var task = rows.find(user, taskId).map(row -> row.view(news.withLinks()))
        .orElseThrow(() -> Problem.notFound("task " + taskId));
    return places.placed(user, List.of(task)).getFirst();
  }

  /// Those of these tasks that are the user's and still kept.
  public List<Task> of(UserId user, Collection<UUID> taskIds) {
    return places.placed(user, views(rows.all(user, taskIds)));
  }

  /// The tasks that a turn started, oldest first.
  public List<Task> startedBy(UserId user, UUID turnId) {
    return views(rows.startedBy(user, turnId));
  }

  /// The user's tasks, newest first.
  public TaskPage list(UserId user, TaskFilter filter) {
    var found = listings.list(user, filter, filter.limit() + 1);
    var page = found.subList(0, Math.min(found.size(), filter.limit()));
    String next = found.size() > page.size() ? cursor(page.getLast()) : null;
    return new TaskPage(places.placed(user, views(page)), next);
  }

  private static String cursor(TaskRow last) {
    return new TaskFilter.Cursor(last.createdAt(), last.taskId()).text();
  }

  /// The user's tasks that haven't ended, newest first.
  ///
  /// @param limit how many at the most
  public List<Task> open(UserId user, int limit) {
    return places.placed(user, views(rows.open(user, limit)));
  }

  /// The user's tasks that ended last, newest first.
  ///
  /// @param limit how many at the most
  public List<Task> ended(UserId user, int limit) {
    return views(rows.ended(user, limit));
  }

  private List<Task> views(List<TaskRow> found) {
    return found.stream().map(row -> row.view(news.withLinks())).toList();
  }

  /// Ends the user's task; idempotent. No later write of its handler counts.
  ///
  /// @throws Problem not found
  public Task cancel(UserId user, UUID taskId) {
    return endings.cancel(user, taskId);
  }

  /// Cancels all of a user's open tasks.
  public void cancelAll(UserId user) {
    rows.openTasks(user).forEach(taskId -> endings.cancel(user, taskId));
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
    checkAccepting();
    var slot = slots.lock(user);
    var row = rows.lock(user, taskId).orElseThrow(() -> Problem.notFound("task " + taskId));
    if (row.state() != TaskState.FAILED && row.state() != TaskState.CANCELLED) {
      throw Problem.conflict("task %s is %s; only failed and cancelled ones are retried"
          .formatted(taskId, row.state().status().word()));
    }
    var wish = new NewTask(user, row.type(), row.project(), row.input(), row.priority(), List.of(),
        row.conversationId(), turnId, idempotencyKey);
    var known = idempotency.find(wish);
    return known.isPresent() ? get(user, known.get()) : retry(row, wish, slot);
  }

  private Task retry(TaskRow row, NewTask wish, Slots.Slot slot) {
    var dependsOn = row.dependsOn().stream().map(rows::newestRetry).distinct().toList();
    var task = insert(wish, row.type(), dependsOn, slot, row.taskId());
    steps.takeOver(row.taskId(), task.taskId());
    return task;
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

  /// How much of the engine a user may take, and takes.
  ///
  /// @param running tasks that hold a slot
  /// @param pending tasks that wait for one
  public record Load(int runningLimit, int pendingLimit, int running, int pending) {}

  /// The user's limits and load.
  public Load load(UserId user) {
    return slots.load(user);
  }
}
