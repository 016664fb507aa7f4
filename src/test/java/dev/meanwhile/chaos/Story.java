package dev.meanwhile.chaos;

import dev.meanwhile.chaos.Diary.Event;
import dev.meanwhile.chaos.Diary.Line;
import dev.meanwhile.chaos.Recording.Entry;
import dev.meanwhile.chaos.Recording.Leftovers;
import dev.meanwhile.chaos.Recording.Message;
import dev.meanwhile.chaos.Recording.Promised;
import dev.meanwhile.chaos.Recording.Step;
import dev.meanwhile.chaos.Recording.Task;
import dev.meanwhile.chaos.Recording.Told;
import dev.meanwhile.chaos.Recording.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A forged [Recording] of one user.
final class Story {
  private static final String USER = "ada";

  final List<Entry> history = new ArrayList<>();
  final List<Told> feed = new ArrayList<>();
  final List<Message> messages = new ArrayList<>();
  final List<Step> steps = new ArrayList<>();
  final List<Line> diary = new ArrayList<>();
  final Map<UUID, String> cancels = new HashMap<>();
  final List<String> surprises = new ArrayList<>();
  long head;
  int waiting;
  long tickets;
  private final Map<UUID, Task> tasks = new LinkedHashMap<>();
  private final List<Turn> turns = new ArrayList<>();
  private final Map<String, Set<UUID>> accepted = new HashMap<>();
  private final Map<String, Set<UUID>> said = new HashMap<>();
  private long nanos;
  private long ids;

  List<Violation> check() {
    return Checker.check(new Recording(List.copyOf(tasks.values()), history, feed,
        Map.of(USER, head), messages, turns, steps, diary,
        new Promised(accepted, Map.of(), cancels, said, surprises),
        new Leftovers(tickets, Map.of(USER, waiting), Map.of())));
  }

  UUID newId() {
    return new UUID(0, ++ids);
  }

  void task(UUID id, String state, @Nullable UUID conversation, @Nullable UUID retryOf,
      String... plan) {
    tasks.put(id, new Task(id, USER, "key-" + id, List.of(plan), state, 1, 3, false, conversation,
        retryOf, null, null, state.equals("completed") ? Trial.files(List.of(plan)) : 0));
  }

  private void change(UUID id, UnaryOperator<Task> change) {
    tasks.computeIfPresent(id, (_, task) -> change.apply(task));
  }

  void error(UUID id, String error) {
    change(id, it -> new Task(id, USER, it.name(), it.plan(), it.state(), 1, 3, false,
        it.conversation(), it.retryOf(), error, null, it.artifacts()));
  }

  void fallen(UUID id, UUID root) {
    change(id, it -> new Task(id, USER, it.name(), it.plan(), it.state(), 1, 3, false,
        it.conversation(), null, "dependency_failed", root, it.artifacts()));
  }

  void artifacts(UUID id, int artifacts) {
    change(id, it -> new Task(id, USER, it.name(), it.plan(), it.state(), 1, 3, false,
        it.conversation(), null, null, null, artifacts));
  }

  void holdsSlot(UUID id) {
    change(id, it -> new Task(id, USER, it.name(), it.plan(), it.state(), 1, 3, true,
        it.conversation(), null, null, null, it.artifacts()));
  }

  void name(UUID id, String name) {
    change(id, it -> new Task(id, USER, name, it.plan(), it.state(), 1, 3, false,
        it.conversation(), null, null, null, it.artifacts()));
  }

  /// Makes it a task that is no trial.
  void withoutPlan(UUID id) {
    change(id, it -> new Task(id, USER, it.name(), List.of(), it.state(), 1, 3, false,
        it.conversation(), null, null, null, it.artifacts()));
  }

  /// Lets it have ended otherwise.
  void replace(UUID id, String from, String to) {
    change(id, it -> new Task(id, USER, it.name(), it.plan(), to, 1, 3, false, it.conversation(),
        null, it.error(), null, 0));
    history.replaceAll(it -> it.task().equals(id) && it.type().equals("task." + from)
        ? new Entry(id, it.seq(), "task." + to, 0, false, "")
        : it);
    feed.replaceAll(it -> id.equals(it.task()) && it.type().equals("task." + from)
        ? new Told(USER, it.seq(), "task." + to, id, null, null, null)
        : it);
  }

  void moves(UUID task, String... types) {
    for (var type : types) {
      entry(task, type, type.equals("task.started") ? 1 : 0, false, "");
      toldOnly(task, type);
    }
  }

  void startedAs(UUID task, int attempt) {
    entry(task, "task.started", attempt, false, "");
    toldOnly(task, "task.started");
  }

  void handedOver(UUID task) {
    entry(task, "task.retrying", 0, true, "");
    toldOnly(task, "task.retrying");
  }

  void entry(UUID task, String type, int attempt, boolean handedOver, String step) {
    history.add(new Entry(task,
        1 + (int) history.stream().filter(it -> it.task().equals(task)).count(), type, attempt,
        handedOver, step));
  }

  void renumber(UUID task) {
    var ofTask = history.stream().filter(it -> it.task().equals(task)).toList();
    history.removeAll(ofTask);
    ofTask.forEach(it -> entry(task, it.type(), it.attempt(), it.handedOver(), it.step()));
  }

  void toldOnly(@Nullable UUID task, String type) {
    feed.add(new Told(USER, ++head, type, task, null, null, null));
  }

  void untell(UUID task, String type) {
    feed.replaceAll(it -> task.equals(it.task()) && it.type().equals(type)
        ? new Told(USER, it.seq(), "project.created", null, null, null, null)
        : it);
  }

  void skipANumber() {
    head++;
  }

  void begin(UUID task, String tryId) {
    diary.add(line(Event.TRY, task, tryId, ""));
  }

  void execution(UUID task, String key, String tryId) {
    if (diary.stream().noneMatch(it -> it.event() == Event.TRY && it.tryId().equals(tryId))) {
      begin(task, tryId);
    }
    diary.add(line(Event.STEP, task, tryId, key));
  }

  Line line(Event event, UUID task, String tryId, String key) {
    return new Line(event, tryId, task, key, token(tryId, key), ++nanos);
  }

  private static String token(String tryId, String key) {
    return tryId + "/" + key;
  }

  /// A step that is worked on and stored.
  void step(UUID task, String key, int epoch, String tryId) {
    execution(task, key, tryId);
    steps.add(new Step(task, key, epoch, token(tryId, key)));
    entry(task, "step.finished", 0, false, key);
  }

  void takenOver(UUID from, UUID to) {
    List.copyOf(steps).stream().filter(it -> it.task().equals(from))
        .forEach(it -> steps.add(new Step(to, it.key(), 0, it.token())));
  }

  void notice(UUID conversation, UUID task) {
    message(conversation, "notice", null, List.of(task));
  }

  private void message(UUID conversation, String role, @Nullable UUID turn, List<UUID> ids) {
    var id = newId();
    messages.add(new Message(id, conversation, USER, messages.size() + 1, role, turn, ids));
    feed.add(new Told(USER, ++head, "message.created", null, conversation, id, turn));
  }

  void turn(UUID conversation, String state, int replies) {
    var id = newId();
    turns.add(new Turn(id, conversation, USER, state, "said"));
    said.computeIfAbsent("said", _ -> new HashSet<>()).add(id);
    message(conversation, "user", id, List.of());
    feed.add(new Told(USER, ++head, "turn.started", null, conversation, null, id));
    for (int i = 0; i < replies; i++) {
      message(conversation, "assistant", id, List.of());
    }
    feed.add(new Told(USER, ++head, "turn.completed", null, conversation, null, id));
  }

  void accepted(String key, UUID task) {
    accepted.computeIfAbsent(key, _ -> new HashSet<>()).add(task);
  }
}
