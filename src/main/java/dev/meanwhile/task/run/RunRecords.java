package dev.meanwhile.task.run;

import dev.meanwhile.node.Nodes;
import dev.meanwhile.task.Progress;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskSettings;
import dev.meanwhile.task.Usage;
import dev.meanwhile.task.row.Moves;
import dev.meanwhile.task.row.Steps;
import dev.meanwhile.task.row.TaskNews;
import dev.meanwhile.task.row.TaskRow;
import dev.meanwhile.task.row.TaskRows;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What a try writes when it starts and while it works. Each write is fenced: it counts only while the try is the task's current one.
@Component
public class RunRecords {
  private final TaskRows rows;
  private final Moves moves;
  private final Steps steps;
  private final TaskNews news;
  private final JsonMapper json;
  private final Nodes nodes;
  private final TaskSettings settings;
  private final Clock clock;

  RunRecords(TaskRows rows, Moves moves, Steps steps, TaskNews news, JsonMapper json, Nodes nodes,
      TaskSettings settings, Clock clock) {
    this.rows = rows;
    this.moves = moves;
    this.steps = steps;
    this.news = news;
    this.json = json;
    this.nodes = nodes;
    this.settings = settings;
    this.clock = clock;
  }

  /// Starts a try with a ticket; empty when the ticket is void.
  @Transactional
  public Optional<TaskRow> start(Moves.Ticket ticket) {
    var row = moves.start(ticket, nodes.thisNode(), clock.instant());
    row.ifPresent(this::tellStart);
    return row;
  }

  /// Starts tries with several tickets; what is missing is void or being changed by somebody.
  @Transactional
  public List<TaskRow> startTogether(List<Moves.Ticket> tickets) {
    var rows = moves.startTogether(tickets, nodes.thisNode(), clock.instant(),
        settings.togetherWait());
    rows.forEach(this::tellStart);
    return rows;
  }

  private void tellStart(TaskRow started) {
    news.tell("task.started", started,
        Map.of("attempt", started.attempt(), "node", nodes.thisNode()));
  }

  /// A step's stored result. Asked before the step spends anything, so it also finds out whether the try may go on.
  public <T> Optional<T> find(Running running, String key, Class<T> type) {
    var task = running.task();
    if (!rows.isCurrent(task.taskId(), task.epoch())) {
      throw fenced(running);
    }
    return steps.find(task.taskId(), key).map(result -> json.readValue(result, type));
  }

  /// Keeps a step's result and returns it.
  @Transactional
  public <T> T store(Running running, String key, T result) {
    var task = running.task();
    boolean stored = steps.store(task.taskId(), task.epoch(), key, json.writeValueAsString(result),
        null, clock.instant());
    if (!stored) {
      throw fenced(running);
    }
    news.history("step.finished", task.taskId(), Map.of("step", key, "attempt", task.attempt()));
    return result;
  }

  /// Keeps and tells how far the try is.
  @Transactional
  public void progress(Running running, Progress progress) {
    var task = running.task();
    moves.progress(task.taskId(), task.epoch(), progress)
        .ifPresentOrElse(row -> news.publish("task.progress", row), () -> {
          throw fenced(running);
        });
  }

  /// Adds to what the task's model calls came to; true, or it throws.
  @Transactional
  public boolean spent(Running running, Usage usage) {
    var task = running.task();
    var before = rows.find(task.taskId()).map(TaskRow::usage).orElse(null);
    if (!moves.spend(task.taskId(), task.epoch(), Usage.sum(before, usage), null)) {
      throw fenced(running);
    }
    return true;
  }

  /// Keeps which prompt the task used last; true, or it throws.
  @Transactional
  public boolean prompted(Running running, String hash) {
    var task = running.task();
    if (!moves.spend(task.taskId(), task.epoch(), null, hash)) {
      throw fenced(running);
    }
    return true;
  }

  /// What a task waited for, as it ended.
  List<Task> parents(TaskRow task) {
    return rows.all(task.user(), task.dependsOn()).stream().map(row -> row.view(false)).toList();
  }

  UUID newestRetry(UUID taskId) {
    return rows.newestRetry(taskId);
  }

  private static Running.Stopped fenced(Running running) {
    running.ask(Running.Stop.FENCED);
    return new Running.Stopped(Running.Stop.FENCED);
  }
}
