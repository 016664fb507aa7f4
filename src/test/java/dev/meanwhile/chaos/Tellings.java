package dev.meanwhile.chaos;

import dev.meanwhile.chaos.Recording.Message;
import dev.meanwhile.chaos.Recording.Task;
import dev.meanwhile.chaos.Recording.Told;
import dev.meanwhile.chaos.Recording.Turn;
import dev.meanwhile.chaos.Violation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what users were told: numbers without gaps, each end once where it belongs, each turn once.
final class Tellings {
  private final Recording recording;
  private final Map<UUID, List<Message>> notices;
  private final Map<UUID, List<Told>> messageEvents;
  private final Map<UUID, List<Told>> taskEvents;
  private final List<Violation> violations = new ArrayList<>();

  private Tellings(Recording recording) {
    this.recording = recording;
    this.notices = recording.messages().stream().filter(message -> message.role().equals("notice"))
        .flatMap(notice -> notice.tasks().stream().map(task -> Map.entry(task, notice)))
        .collect(Collectors.groupingBy(Map.Entry::getKey,
            Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    this.messageEvents = by(Told::message);
    this.taskEvents = by(Told::task);
  }

  private Map<UUID, List<Told>> by(java.util.function.Function<Told, @Nullable UUID> id) {
    return recording.feed().stream().filter(event -> id.apply(event) != null)
        .collect(Collectors.groupingBy(event -> Objects.requireNonNull(id.apply(event))));
  }

  static List<Violation> check(Recording recording) {
    var tellings = new Tellings(recording);
    tellings.checkNumbers();
    recording.messages().forEach(tellings::checkMessage);
    recording.tasks().forEach(tellings::checkNotice);
    recording.turns().forEach(tellings::checkTurn);
    recording.promised().turns().forEach(tellings::checkPromised);
    return tellings.violations;
  }

  private void found(Kind kind, String what) {
    violations.add(new Violation(kind, what));
  }

  private void checkNumbers() {
    var byUser = recording.feed().stream().collect(Collectors.groupingBy(Told::user));
    recording.heads().forEach((user, head) -> {
      var numbers = byUser.getOrDefault(user, List.of()).stream().map(Told::seq).toList();
      for (long i = 1; i <= Math.max(head, numbers.size()); i++) {
        if (i > numbers.size() || numbers.get((int) i - 1) != i) {
          found(Kind.FEED_GAP, "the feed of %s ends with %d and has no %d in its place".formatted(
              user, head, i));
          return;
        }
      }
    });
  }

  private void checkMessage(Message message) {
    var events = messageEvents.getOrDefault(message.id(), List.of());
    if (events.size() != 1 || !events.getFirst().user().equals(message.user())) {
      found(Kind.WRONG_NOTICE, "the %s %s of %s is told by %s".formatted(message.role(),
          message.id(), message.user(), events));
    }
  }

  private void checkNotice(Task task) {
    var told = notices.getOrDefault(task.id(), List.of());
    int expected = task.isTerminal() && task.conversation() != null ? 1 : 0;
    if (told.size() != expected) {
      found(Kind.WRONG_NOTICE, "%s is %s, and told of by %d notices".formatted(task.id(),
          task.state(), told.size()));
    } else if (expected == 1) {
      checkPlace(task, told.getFirst());
    }
  }

  private void checkPlace(Task task, Message notice) {
    if (!notice.conversation().equals(task.conversation())) {
      found(Kind.WRONG_NOTICE, "%s is told of in %s, it belongs to %s".formatted(task.id(),
          notice.conversation(), task.conversation()));
    }
    var root = task.fallenWith();
    var ofRoot = root == null ? List.<Message>of() : notices.getOrDefault(root, List.of());
    if (root != null && fellWith(task.id(), root)
        && ofRoot.stream().anyMatch(message -> message.conversation().equals(task.conversation())
            && !message.id().equals(notice.id()))) {
      found(Kind.WRONG_NOTICE, "%s fell with %s and is told of in another notice".formatted(
          task.id(), root));
    }
  }

  /// Whether it fell in the root's own end, rather than having been created after it.
  private boolean fellWith(UUID task, UUID root) {
    return first(task, Set.of("task.created")) < first(root,
        Set.of("task.completed", "task.failed", "task.cancelled"));
  }

  private long first(UUID task, Set<String> types) {
    return taskEvents.getOrDefault(task, List.of()).stream()
        .filter(event -> types.contains(event.type())).mapToLong(Told::seq).min()
        .orElse(Long.MAX_VALUE);
  }

  private void checkTurn(Turn turn) {
    if (!Set.of("completed", "failed", "cancelled").contains(turn.state())
        || messages(turn, "user") != 1 || messages(turn, "assistant") != 1
        || events(turn, Set.of("turn.started")) != 1
        || events(turn, Set.of("turn.completed", "turn.failed")) != 1) {
      found(Kind.WRONG_TURN,
          "%s is %s with %d messages, %d replies, and told to start %d times and to end %d times"
              .formatted(turn.id(), turn.state(), messages(turn, "user"),
                  messages(turn, "assistant"), events(turn, Set.of("turn.started")),
                  events(turn, Set.of("turn.completed", "turn.failed"))));
    }
  }

  private long messages(Turn turn, String role) {
    return recording.messages().stream()
        .filter(message -> turn.id().equals(message.turn()) && message.role().equals(role))
        .count();
  }

  private long events(Turn turn, Set<String> types) {
    return recording.feed().stream()
        .filter(event -> turn.id().equals(event.turn()) && types.contains(event.type())).count();
  }

  private void checkPromised(String clientId, Set<UUID> answered) {
    var there = recording.turns().stream().filter(turn -> turn.clientId().equals(clientId))
        .map(Turn::id).collect(Collectors.toSet());
    if (!there.equals(answered) || there.size() != 1) {
      found(Kind.WRONG_TURN, "the message %s was answered with %s, there are %s".formatted(clientId,
          answered, there));
    }
  }
}
