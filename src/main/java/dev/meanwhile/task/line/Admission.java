package dev.meanwhile.task.line;

import dev.meanwhile.UserId;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.TaskMeters;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Decides who may run: a user's tasks take the user's free slots in the order of the user's line. Nothing here looks
/// at another user's tasks.
@Component
public class Admission {
  private final Moves moves;
  private final Slots slots;
  private final Tickets tickets;
  private final TaskMeters meters;

  Admission(Moves moves, Slots slots, Tickets tickets, TaskMeters meters) {
    this.moves = moves;
    this.slots = slots;
    this.tickets = tickets;
    this.meters = meters;
  }

  /// Gives the user's free slots to the next in line, with the current transaction, which holds the user's lock.
  public void admit(UserId user, Slots.Slot slot) {
    readmit(user, slot, 0);
  }

  /// The same when one more task has come to wait and no slot became free: the line counts it only if it stays there.
  public void join(UserId user, Slots.Slot slot) {
    var admitted = moves.queueNext(user, slot.runningLimit(), 1);
    meters.admitted(admitted.queued());
    tickets.issue(admitted.queued());
  }

  /// The same when the task that comes to wait gave its slot back.
  public void rejoin(UserId user, Slots.Slot slot) {
    readmit(user, slot, 1);
  }

  private void readmit(UserId user, Slots.Slot slot, int joined) {
    var admitted = moves.queueNext(user, slot.runningLimit(), joined);
    meters.admitted(admitted.queued());
    if (admitted.othersQueued()) {
      tickets.moveUp(user);
    } else {
      tickets.issue(admitted.queued());
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
}
