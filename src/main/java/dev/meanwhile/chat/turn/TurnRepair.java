package dev.meanwhile.chat.turn;

import dev.meanwhile.node.Nodes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Ends turns whose node died, and wakes queues that nobody serves.
@Component
class TurnRepair {
  private static final Logger log = LoggerFactory.getLogger(TurnRepair.class);
  /// How many turns and queues one run looks at; the next run goes on.
  private static final int BATCH = 1_000;

  private final TurnRows rows;
  private final TurnEnds ends;
  private final TurnWork work;
  private final TurnRunner runner;
  private final Nodes nodes;

  TurnRepair(TurnRows rows, TurnEnds ends, TurnWork work, TurnRunner runner, Nodes nodes) {
    this.rows = rows;
    this.ends = ends;
    this.work = work;
    this.runner = runner;
    this.nodes = nodes;
  }

  @Scheduled(fixedDelayString = "${meanwhile.chat.repair-every:5s}")
  void repair() {
    rows.running(BATCH).stream().filter(this::isLost).forEach(this::end);
    rows.idleWithQueue(BATCH).forEach(runner::wake);
  }

  private boolean isLost(TurnRow turn) {
    var node = turn.node();
    return nodes.thisNode().equals(node)
        ? !runner.works(turn)
        : node == null || !nodes.isAlive(node);
  }

  private void end(TurnRow turn) {
    log.warn("turn {} was lost with its node {}; it ends failed", turn.turnId(), turn.node());
    ends.end(turn, work.failed(turn, turn.draft(),
        "The server that wrote this reply stopped before it was done."));
  }
}
