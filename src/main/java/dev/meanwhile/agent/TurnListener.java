package dev.meanwhile.agent;

import java.util.UUID;

/// Hears of a turn while it runs, on the turn's own thread. Must be quick and must not throw.
public interface TurnListener {
  /// More of the reply.
  void delta(String text);

  /// A tool is about to run.
  void toolStarted(String name);

  /// A tool has started a task.
  void taskStarted(UUID taskId);
}
