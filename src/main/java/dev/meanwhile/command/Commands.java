package dev.meanwhile.command;

import dev.meanwhile.Problem;
import dev.meanwhile.artifact.Artifact;
import dev.meanwhile.artifact.Artifacts;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.project.Projects;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.TaskFilter;
import dev.meanwhile.task.TaskStatus;
import dev.meanwhile.task.door.Tasks;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Runs bot commands: the same tasks as the agent's tools make, through the same door.
@Component
public class Commands {
  private static final String RTM = "generate_rtm", TEST_CASES = "generate_test_cases";
  /// How many tasks or artifacts a listing shows.
  private static final int SHOWN = 20;

  private final Tasks tasks;
  private final Artifacts artifacts;
  private final Projects projects;
  private final Wording wording;
  private final JsonMapper json;

  Commands(Tasks tasks, Artifacts artifacts, Projects projects, JsonMapper json) {
    this.tasks = tasks;
    this.artifacts = artifacts;
    this.projects = projects;
    this.wording = new Wording(tasks.apiEnabled());
    this.json = json;
  }

  /// Runs a command.
  ///
  /// @throws Problem what the caller can mend, with the field or limit
  public CommandReply run(CommandCaller caller, Command command) {
    return switch (command) {
      case Command.Coverage(var project) -> coverage(caller,
          project == null ? caller.project() : project);
      case Command.TestCases wish -> started(caller, TEST_CASES, caller.project(),
          testCases(caller, wish), List.of());
      case Command.Rtm(var requirements) -> started(caller, RTM, caller.project(),
          requirements == null ? attached(caller) : Map.of("requirements_content", requirements),
          List.of());
      case Command.ListTasks() -> CommandReply.of(wording.list(newest(caller)));
      case Command.ShowTask(var id) -> show(tasks.get(caller.user(), id));
      case Command.Cancel(var id) -> cancelled(tasks.cancel(caller.user(), id));
      case Command.Retry(var id) -> retried(caller, id);
      case Command.ListArtifacts() -> CommandReply.of(artifacts(caller));
      case Command.UseProject(var project) -> use(caller, project);
      case Command.Help() -> CommandReply.of(Wording.HELP);
    };
  }

  /// Commands are given one after the other: coverage is of what those before it make.
  private CommandReply coverage(CommandCaller caller, ProjectKey project) {
    var makers = Stream.of(RTM, TEST_CASES).map(type -> newestOpen(caller, project, type))
        .flatMap(Optional::stream).map(Task::taskId).toList();
    return started(caller, "coverage_analysis", project, Map.of(), makers);
  }

  private Optional<Task> newestOpen(CommandCaller caller, ProjectKey project, String type) {
    return Stream.of(TaskStatus.PENDING, TaskStatus.RUNNING)
        .map(status -> new TaskFilter(type, status, project, caller.conversationId(), 1, null))
        .flatMap(filter -> tasks.list(caller.user(), filter).tasks().stream())
        .max(Comparator.comparing(Task::createdAt));
  }

  private CommandReply started(CommandCaller caller, String type, ProjectKey project,
      Map<String, Object> input, List<UUID> dependsOn) {
    ObjectNode wish = json.valueToTree(input);
    var created = tasks.create(new NewTask(caller.user(), type, project, wish,
        NewTask.DEFAULT_PRIORITY, dependsOn, caller.conversationId(), caller.turnId(), null));
    return CommandReply.of(wording.started(created.task()), created.task());
  }

  private Map<String, Object> testCases(CommandCaller caller, Command.TestCases wish) {
    Map<String, Object> options = wish.framework() == null
        ? Map.of()
        : Map.of("test_framework", wish.framework());
    if (wish.rtm() != null) {
      return Map.of("rtm_content", wish.rtm(), "generation_options", options);
    }
    return newestOpen(caller, caller.project(), RTM)
        .<Map<String, Object>>map(
            maker -> Map.of("rtm_from_task", maker.taskId(), "generation_options", options))
        .orElseGet(() -> Map.of("rtm_artifact_id", newestRtm(caller), "generation_options",
            options));
  }

  private UUID newestRtm(CommandCaller caller) {
    return artifacts.newest(caller.user(), caller.project(), "rtm").stream()
        .max(Comparator.comparing(Artifact::createdAt)).map(Artifact::artifactId)
        .orElseThrow(() -> Problem.badField("command", ("project \"%s\" has no RTM yet; write it "
            + "behind /testcases, or make one with /rtm first").formatted(caller.project())));
  }

  private static Map<String, Object> attached(CommandCaller caller) {
    if (caller.files().isEmpty()) {
      throw Problem.badField("command",
          "/rtm needs requirements behind it, or a file attached to the message");
    }
    return Map.of("file_ids", caller.files());
  }

  private List<Task> newest(CommandCaller caller) {
    return tasks.list(caller.user(), new TaskFilter(null, null, null, null, SHOWN, null)).tasks();
  }

  private CommandReply show(Task task) {
    return CommandReply.of(wording.details(task), task);
  }

  private CommandReply cancelled(Task task) {
    return CommandReply.of(wording.cancelled(task), task);
  }

  private CommandReply retried(CommandCaller caller, UUID id) {
    var task = tasks.retry(caller.user(), id, caller.turnId(), null);
    return CommandReply.of(wording.started(task), task);
  }

  private String artifacts(CommandCaller caller) {
    var made = projects.find(caller.user(), caller.project())
        .map(_ -> artifacts.list(caller.user(), caller.project())).orElse(List.of());
    return made.isEmpty()
        ? "Project `%s` has no artifacts yet.".formatted(caller.project())
        : made.stream().limit(SHOWN)
            .map(artifact -> "- `%s`, version %d, %,d bytes, ID `%s`".formatted(artifact.name(),
                artifact.version(), artifact.size(), artifact.artifactId()))
            .collect(Collectors.joining("\n", "Artifacts of project `%s` (%d):%n%n"
                .formatted(caller.project(), made.size()), ""));
  }

  private CommandReply use(CommandCaller caller, ProjectKey project) {
    projects.use(caller.user(), project);
    return new CommandReply("This conversation now works on project `%s`.".formatted(project),
        List.of(), project);
  }
}
