package dev.meanwhile.benchmark;

import dev.meanwhile.node.Nodes;
import dev.meanwhile.task.handler.TaskHandler;
import dev.meanwhile.task.handler.TaskKind;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.handler.TaskRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/// A generator that does nothing, or holds its slot for a while.
@Component
class Noop implements TaskHandler<Noop.Input> {
  /// What tasks wait for that hold their slot until they are let go.
  static final Semaphore GATE = new Semaphore(0);
  /// When and where each task began, on any node of this process.
  static final Map<UUID, Start> STARTS = new ConcurrentHashMap<>();
  /// A pause that lasts until [#GATE] opens.
  static final int UNTIL_LET_GO = -1;

  private final Nodes nodes;

  Noop(Nodes nodes) {
    this.nodes = nodes;
  }

  /// What to do.
  ///
  /// @param pauseMillis how long to hold the slot
  record Input(int pauseMillis) {}

  /// The beginning of a task's first try.
  ///
  /// @param nanoTime of [System#nanoTime()]
  record Start(long nanoTime, String node) {}

  @Override
  public TaskKind<Input> kind() {
    return new TaskKind<>("noop", "noop", "Nothing", "Does nothing", Input.class,
        Duration.ofMinutes(10));
  }

  @Override
  public TaskOutcome run(Input input, TaskRun run) throws Exception {
    STARTS.putIfAbsent(run.taskId(), new Start(System.nanoTime(), nodes.thisNode()));
    if (input.pauseMillis() == UNTIL_LET_GO) {
      GATE.acquire();
    } else {
      TimeUnit.MILLISECONDS.sleep(input.pauseMillis());
    }
    return new TaskOutcome(Map.of("total_count", 0), List.of(), "nothing");
  }
}
