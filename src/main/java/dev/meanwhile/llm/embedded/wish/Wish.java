package dev.meanwhile.llm.embedded.wish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that a user wants.
public sealed interface Wish {
  /// Starts a task; `chained` ones wait for the one named before.
  sealed interface Start extends Wish {
    boolean chained();
  }

  record TestCases(boolean chained) implements Start {}

  record Rtm(boolean chained) implements Start {}

  record Coverage(boolean chained, @Nullable String projectId) implements Start {}

  record ReadFile(boolean chained) implements Start {}

  /// A generator that an operator added.
  record Custom(boolean chained, String tool) implements Start {}

  /// How a task stands, or what came of it.
  record Status(Which task, boolean outcome) implements Wish {}

  record ListTasks(@Nullable String status) implements Wish {}

  record Cancel(Which task) implements Wish {}

  /// Ends all open tasks of a type, or of any.
  record CancelAll(Which tasks) implements Wish {}

  record Retry(Which task) implements Wish {}

  record ListArtifacts(Which task) implements Wish {}

  /// Shows what was made, the newest that fits.
  ///
  /// @param name how its name ends
  record Read(@Nullable String kind, @Nullable String name,
      @Nullable String artifactId) implements Wish {
    /// Whether any file of a form will do.
    public boolean isOfForm() {
      return name != null && name.startsWith(".");
    }
  }

  /// Asks the project's newest reports.
  ///
  /// @param parts of them, as the tool calls these
  /// @param like what an entry must have, or ""
  record Ask(List<String> parts, String like, @Nullable String projectId) implements Wish {
    public Ask {
      parts = List.copyOf(parts);
    }
  }

  /// A call that needed the user's word, who has given it.
  record Confirmed(Talk.Call call) implements Wish {}

  /// Nothing but an answer.
  record Say(String text) implements Wish {}
}
