package dev.meanwhile.command;

import dev.meanwhile.Problem;
import dev.meanwhile.project.ProjectKey;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A bot command. The family is closed: whoever adds one is led by the compiler to all that must know it.
public sealed interface Command {

  /// `/coverage [project]`
  record Coverage(@Nullable ProjectKey project) implements Command {}

  /// `/testcases [pytest|junit|gherkin|robot|playwright] [RTM text]`; without a text the project's newest RTM is taken.
  record TestCases(@Nullable String framework, @Nullable String rtm) implements Command {}

  /// `/rtm [requirements]`; without a text the attached files are taken.
  record Rtm(@Nullable String requirements) implements Command {}

  /// `/tasks`
  record ListTasks() implements Command {}

  /// `/task ID`
  record ShowTask(UUID taskId) implements Command {}

  /// `/cancel ID`
  record Cancel(UUID taskId) implements Command {}

  /// `/retry ID`
  record Retry(UUID taskId) implements Command {}

  /// `/artifacts`
  record ListArtifacts() implements Command {}

  /// `/project NAME`
  record UseProject(ProjectKey project) implements Command {}

  /// `/help`
  record Help() implements Command {}

  /// A word behind a slash; a path such as `/etc/passwd` goes on with other things.
  Pattern COMMAND = Pattern.compile("/\\p{L}+(?:\\s|$)");

  /// Whether a message is meant as a command.
  static boolean isCommand(String text) {
    return COMMAND.matcher(text).lookingAt();
  }

  /// Reads a command.
  ///
  /// @throws Problem bad field `command`, with what is wrong and what would be right
  static Command parse(String text) {
    var line = text.strip();
    if (!isCommand(line)) {
      throw Problem.badField("command", "must begin with a slash and a word; /help lists all");
    }
    var parts = line.split("\\s+", 2);
    var rest = parts.length == 2 ? parts[1].strip() : "";
    return parse(parts[0].toLowerCase(Locale.ROOT), rest);
  }

  private static Command parse(String word, String rest) {
    return switch (word) {
      case "/coverage" -> new Coverage(rest.isEmpty() ? null : project(word, rest));
      case "/testcases" -> testCases(rest);
      case "/rtm" -> new Rtm(rest.isEmpty() ? null : rest);
      case "/tasks" -> new ListTasks();
      case "/task" -> new ShowTask(id(word, rest));
      case "/cancel" -> new Cancel(id(word, rest));
      case "/retry" -> new Retry(id(word, rest));
      case "/artifacts" -> new ListArtifacts();
      case "/project" -> new UseProject(project(word, rest));
      case "/help" -> new Help();
      default -> throw Problem.badField("command", word + " is unknown; /help lists all commands");
    };
  }

  private static TestCases testCases(String rest) {
    var parts = rest.split("\\s+", 2);
    if (!parts[0].matches("(?i)pytest|junit|gherkin|robot|playwright")) {
      return new TestCases(null, rest.isEmpty() ? null : rest);
    }
    return new TestCases(parts[0].toLowerCase(Locale.ROOT), parts.length == 2 ? parts[1] : null);
  }

  private static ProjectKey project(String word, String rest) {
    try {
      return new ProjectKey(rest);
    } catch (Problem wrong) {
      throw Problem.badField("command", rest.isEmpty()
          ? word + " needs a project's name, for example " + word + " demo"
          : wrong.errors().getFirst().message());
    }
  }

  private static UUID id(String word, String rest) {
    try {
      return UUID.fromString(rest);
    } catch (IllegalArgumentException _) {
      throw Problem.badField("command", word + " needs a task ID, for example "
          + word + " 01987a5c-0000-7000-8000-000000000000");
    }
  }
}
