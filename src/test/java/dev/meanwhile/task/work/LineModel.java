package dev.meanwhile.task.work;

import static dev.meanwhile.task.row.TaskState.CANCELLED;
import static dev.meanwhile.task.row.TaskState.COMPLETED;
import static dev.meanwhile.task.row.TaskState.FAILED;
import static dev.meanwhile.task.row.TaskState.QUEUED;
import static dev.meanwhile.task.row.TaskState.RUNNING;
import static dev.meanwhile.task.row.TaskState.WAITING;

import dev.meanwhile.UserId;
import dev.meanwhile.task.row.TaskState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// One user's line as it should be, in a list: whoever is ready and first takes a free slot, after each move.
final class LineModel {
  private static final int MOST_PARENTS = 2;

  private final UserId user;
  private final int limit;
  private final Map<UUID, Entry> entries = new LinkedHashMap<>();

  LineModel(UserId user, int limit) {
    this.user = user;
    this.limit = limit;
  }

  private static final class Entry {
    private final UUID id;
    private final Instant key;
    private final List<UUID> parents;
    private TaskState state = WAITING;
    private boolean holds;
    private boolean backsOff;

    Entry(UUID id, Instant key, List<UUID> parents) {
      this.id = id;
      this.key = key;
      this.parents = parents;
    }
  }

  UserId user() {
    return user;
  }

  int limit() {
    return limit;
  }

  void create(UUID id, Instant key, List<UUID> parents) {
    entries.put(id, new Entry(id, key, parents));
    parents.stream().map(this::get).filter(parent -> Set.of(FAILED, CANCELLED)
        .contains(parent.state)).findFirst().ifPresentOrElse(
            parent -> get(id).state = parent.state, this::admit);
  }

  void start(UUID id) {
    get(id).state = RUNNING;
  }

  void complete(UUID id) {
    var entry = get(id);
    entry.state = COMPLETED;
    entry.holds = false;
    admit();
  }

  /// Ends badly, with all that depends on it; only a cancelled one that ran keeps its slot.
  void end(UUID id, TaskState state) {
    var entry = get(id);
    entry.holds = state == CANCELLED && entry.state == RUNNING;
    entry.state = state;
    fall(id, state);
    admit();
  }

  private void fall(UUID parent, TaskState state) {
    for (var entry : entries.values()) {
      if (entry.parents.contains(parent) && !entry.state.isTerminal()) {
        entry.state = state;
        fall(entry.id, state);
      }
    }
  }

  void putBack(UUID id, boolean backsOff) {
    var entry = get(id);
    entry.state = WAITING;
    entry.holds = false;
    entry.backsOff = backsOff;
    admit();
  }

  void release(UUID id) {
    get(id).holds = false;
    admit();
  }

  void due(UUID id) {
    get(id).backsOff = false;
    admit();
  }

  private void admit() {
    long free = limit - entries.values().stream().filter(entry -> entry.holds).count();
    entries.values().stream().filter(this::isReady)
        .sorted(Comparator.comparing((Entry entry) -> entry.key)
            .thenComparing(entry -> entry.id.toString()))
        .limit(Math.max(free, 0)).toList().forEach(entry -> {
          entry.state = QUEUED;
          entry.holds = true;
        });
  }

  private boolean isReady(Entry entry) {
    return entry.state == WAITING && !entry.backsOff
        && entry.parents.stream().allMatch(parent -> get(parent).state == COMPLETED);
  }

  private Entry get(UUID id) {
    return Objects.requireNonNull(entries.get(id));
  }

  Map<UUID, String> states() {
    var states = new TreeMap<UUID, String>();
    entries.values().forEach(
        entry -> states.put(entry.id, entry.state.word() + (entry.holds ? " with slot" : "")));
    return states;
  }

  int count(TaskState state) {
    return (int) entries.values().stream().filter(entry -> entry.state == state).count();
  }

  /// The queued ones stand behind all else that holds a slot, one behind the other.
  List<Integer> ranks() {
    int held = (int) entries.values().stream().filter(entry -> entry.holds).count();
    return IntStream.range(held - count(QUEUED), held).boxed().toList();
  }

  List<UUID> all(TaskState state) {
    return entries.values().stream().filter(entry -> entry.state == state).map(entry -> entry.id)
        .toList();
  }

  Optional<UUID> any(Random random, TaskState state) {
    return any(random, entry -> entry.state == state);
  }

  Optional<UUID> anyOpen(Random random) {
    return any(random, entry -> !entry.state.isTerminal());
  }

  /// Ended, and its thread isn't gone.
  Optional<UUID> anyEnding(Random random) {
    return any(random, entry -> entry.state.isTerminal() && entry.holds);
  }

  Optional<UUID> anyDue(Random random) {
    return any(random, entry -> entry.backsOff && entry.state == WAITING);
  }

  private Optional<UUID> any(Random random, Predicate<Entry> wanted) {
    var found = entries.values().stream().filter(wanted).toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(found.get(random.nextInt(found.size())).id);
  }

  /// Up to a few of all tasks, for another to depend on.
  List<UUID> some(Random random) {
    var some = new TreeSet<UUID>();
    for (int i = 0; i < MOST_PARENTS; i++) {
      any(random, _ -> true).ifPresent(some::add);
    }
    return new ArrayList<>(some);
  }
}
