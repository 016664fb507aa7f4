package dev.meanwhile.task;

import dev.meanwhile.UserId;
import org.springframework.stereotype.Component;

/// Decides who may run: a user's tasks take the user's free slots in the order of the user's line. Nothing here looks
/// at another user's tasks.
@Component
class Admission {
  private final TaskRows rows;
  private final Slots slots;
  private final Tickets tickets;

  Admission(TaskRows rows, Slots slots, Tickets tickets) {
    this.rows = rows;
    this.slots = slots;
    this.tickets = tickets;
  }

  /// Gives the user's free slots to the next in line, with the current transaction, which holds the user's lock.
  void admit(UserId user, Slots.Slot slot) {
    int held = rows.slotsHeld(user);
    if (held >= slot.runningLimit()) {
      return;
    }
    var queued = rows.queueNext(user, slot.runningLimit() - held);
    slots.waiting(user, -queued.size());
    for (var row : queued) {
      tickets.issue(row.taskId(), row.ticket(), held++);
    }
  }
}
