package dev.meanwhile.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes down what a turn tells.
final class Listening implements TurnListener {
  final StringBuilder text = new StringBuilder();
  final List<String> tools = new ArrayList<>();
  final List<UUID> tasks = new ArrayList<>();
  @Nullable
  Runnable onDelta;
  @Nullable
  Runnable onTool;

  @Override
  public void delta(String more) {
    text.append(more);
    if (onDelta != null) {
      onDelta.run();
    }
  }

  @Override
  public void toolStarted(String name) {
    tools.add(name);
    if (onTool != null) {
      onTool.run();
    }
  }

  @Override
  public void taskStarted(UUID taskId) {
    tasks.add(taskId);
  }
}
