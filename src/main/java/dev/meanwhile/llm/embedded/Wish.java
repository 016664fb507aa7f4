package dev.meanwhile.llm.embedded;

import org.jspecify.annotations.Nullable;

/// One thing that a user wants.
sealed interface Wish {
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

  /// How a task stands; without an ID the newest one.
  record Status(@Nullable String taskId) implements Wish {}

  record ListTasks(@Nullable String status) implements Wish {}

  record Cancel(@Nullable String taskId) implements Wish {}

  record Retry(@Nullable String taskId) implements Wish {}

  record ListArtifacts(@Nullable String taskId) implements Wish {}

  /// Shows what was made, the newest that fits.
  record Read(@Nullable String kind, @Nullable String name,
      @Nullable String artifactId) implements Wish {}

  /// A call that needed the user's word, who has given it.
  record Confirmed(Talk.Call call) implements Wish {}

  /// Nothing but an answer.
  record Say(String text) implements Wish {}
}
