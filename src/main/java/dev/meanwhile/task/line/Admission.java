package dev.meanwhile.task.line;

import dev.meanwhile.UserId;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskMeters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Decides who may run: a user's tasks take the user's free slots in the order of the user's line. Nothing here looks
/// at another user's tasks.
@Component
public class Admission {
  private final Lines lines;
  private final Moves moves;
  private final Slots slots;
  private final Tickets tickets;
  private final TaskMeters meters;

  Admission(Lines lines, Moves moves, Slots slots, Tickets tickets, TaskMeters meters) {
    this.lines = lines;
    this.moves = moves;
    this.slots = slots;
    this.tickets = tickets;
    this.meters = meters;
  }

  /// Gives the user's free slots to the next in line, with the current transaction, which holds the user's lock.
  public void admit(UserId user, Slots.Slot slot) {
    admit(Map.of(user, slot));
  }

  /// Gives the free slots of these users to the next in each one's line.
  public void admit(Map<UserId, Slots.Slot> slotsOfUsers) {
    fill(slotsOfUsers.entrySet().stream()
        .map(each -> new Lines.Share(each.getKey(), each.getValue().runningLimit(), 0, true))
        .toList());
  }

  /// The same when one more task has come to wait and no slot became free: the line counts it only if it stays there.
  public void join(UserId user, Slots.Slot slot) {
    fill(List.of(new Lines.Share(user, slot.runningLimit(), 1, false)));
  }

  /// The same when the task that comes to wait gave its slot back.
  public void rejoin(UserId user, Slots.Slot slot) {
    fill(List.of(new Lines.Share(user, slot.runningLimit(), 1, true)));
  }

  private void fill(List<Lines.Share> shares) {
    for (var admitted : lines.queueNext(shares)) {
      meters.admitted(admitted.queued());
      tickets.rank(admitted.slots(), admitted.places());
    }
  }

  /// The thread that an ended task had on a node is gone, so its slot is free.
  @Transactional
  public void release(UserId user, UUID taskId, @Nullable String node) {
    slots.lockIfThere(user).filter(_ -> moves.releaseSlot(taskId, node))
        .ifPresent(slot -> admit(user, slot));
  }

  /// A back-off is over, so the task stands in line again.
  @Transactional
  public void due(UserId user, UUID taskId) {
    var slot = slots.lock(user);
    if (moves.clearDue(taskId)) {
      admit(user, slot);
    }
  }

  /// A task was admitted and its ticket is gone.
  @Transactional
  public void issueMissing(UUID taskId, int ticket) {
    tickets.issueIfMissing(taskId, ticket);
  }

  /// A user's line stands still though it could move.
  @Transactional
  public void goOn(UserId user) {
    var slot = slots.lock(user);
    slots.recount(user);
    admit(user, slot);
  }
}
