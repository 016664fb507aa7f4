package dev.meanwhile.task.operations;

import dev.meanwhile.node.Node;
import dev.meanwhile.node.Nodes;
import dev.meanwhile.task.line.Slots;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How the engine as a whole is. The door lets only admins in; figures and names, nobody's content.
@RestController
class OperationsController {
  /// Users and nodes in one answer.
  private static final int MOST = 100;

  private final Counts counts;
  private final Slots slots;
  private final Nodes nodes;
  private final StuckWork stuckWork;
  private final Clock clock;

  OperationsController(Counts counts, Slots slots, Nodes nodes, StuckWork stuckWork, Clock clock) {
    this.counts = counts;
    this.slots = slots;
    this.nodes = nodes;
    this.stuckWork = stuckWork;
    this.clock = clock;
  }

  /// @param time when it was looked at
  /// @param tasks how many, by state: `waiting`, `queued`, `running`, `ending` (ended while their thread holds the
  ///        slot), and those kept that are `completed`, `failed`, `cancelled`
  /// @param users who holds slots or waits, the heaviest first, 100 at the most
  /// @param nodes the newest first, 100 at the most
  /// @param stuck what doesn't get on, and why, 100 at the most
  /// @param stuckMore whether more is stuck than is listed
  record QueueHealth(Instant time, Map<String, Long> tasks, List<Slots.UserLoad> users,
      List<Node> nodes, List<Stuck> stuck, boolean stuckMore) {}

  /// One view of the store, so that the figures fit each other.
  @Operation(operationId = "queue_health", summary = "How the queue is, and what is stuck")
  @GetMapping("/api/v1/operations/tasks")
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public QueueHealth tasks() {
    var stuck = stuckWork.find();
    return new QueueHealth(clock.instant(), byState(), slots.loads(MOST), nodes.all(MOST),
        stuck.stream().limit(StuckWork.MOST).toList(), stuck.size() > StuckWork.MOST);
  }

  private Map<String, Long> byState() {
    var open = counts.open();
    var all = new TreeMap<>(counts.ended());
    all.put("waiting", open.waiting());
    all.put("queued", open.queued());
    all.put("running", open.running());
    all.put("ending", open.ending());
    return all;
  }
}
