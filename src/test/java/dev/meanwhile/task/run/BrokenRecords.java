package dev.meanwhile.task.run;

import dev.meanwhile.node.Nodes;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.Steps;
import dev.meanwhile.task.row.TaskNews;
import dev.meanwhile.task.row.TaskRows;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import tools.jackson.databind.json.JsonMapper;

/// What tries write, where each write breaks with an error, as of a virtual machine that is at its end.
public final class BrokenRecords extends RunRecords {
  BrokenRecords(TaskRows rows, Moves moves, Steps steps, TaskNews news, JsonMapper json,
      Nodes nodes,
      TaskSettings settings) {
    super(rows, moves, steps, news, json, nodes, settings, new BrokenClock());
  }

  private static final class BrokenClock extends Clock {
    @Override
    public Instant instant() {
      throw new InternalError("a test's");
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
