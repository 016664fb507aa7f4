package dev.meanwhile.task.operations;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Why a task doesn't get on.
enum Reason {
  /// Its user has a free slot, and it got none.
  SLOT_FREE,
  /// It is queued or runs, and no ticket leads to it.
  NO_TICKET,
  /// Its ticket is due, and all nodes are busy.
  NODES_FULL,
  /// Its ticket is due, and no node takes it though one has room.
  NOT_PICKED,
  /// A node took its ticket and hasn't started it.
  NOT_STARTED,
  /// It runs on a node whose lease is gone.
  NODE_LOST,
  /// It runs longer than its type may.
  OVER_TIME,
  /// It ended, and its slot is still held.
  SLOT_HELD,
  /// All that it depends on has ended, and it waits on.
  DEPENDENCY_OVER,
  /// It depends on a task that is stuck itself.
  DEPENDENCY_STUCK,
  /// Its back-off is over, and it doesn't stand in line again.
  BACK_OFF_OVER;

  /// The reason as clients read it.
  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
