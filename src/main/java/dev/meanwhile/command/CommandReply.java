package dev.meanwhile.command;

import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a command answers.
///
/// @param text Markdown for people
/// @param tasks that the command started or changed
/// @param project the project that the conversation works on from now on, when the command changed it
public record CommandReply(String text, List<Task> tasks, @Nullable ProjectKey project) {

  static CommandReply of(String text, Task... tasks) {
    return new CommandReply(text, List.of(tasks), null);
  }
}
