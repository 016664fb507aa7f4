package dev.meanwhile.task;

/// How far a task is.
///
/// @param currentStep a word for programs, for example `designing`
/// @param step the number of the current step, 0 before the first
/// @param totalSteps at least 1
/// @param percentage 0–100; never falls within an attempt
/// @param message what a person reads
public record Progress(String currentStep, int step, int totalSteps, int percentage,
    String message) {
  static final int LONGEST_MESSAGE = 500;

  public Progress {
    if (totalSteps < 1 || step < 0 || step > totalSteps || percentage < 0 || percentage > 100) {
      throw new IllegalArgumentException(
          "step %d of %d, %d %%".formatted(step, totalSteps, percentage));
    }
    message = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
  }

  /// How far a task is that has not begun.
  public static Progress pending() {
    return new Progress("pending", 0, 1, 0, "waiting to start");
  }

  /// How far the task is once it has ended.
  ///
  /// @param word the state
  /// @param atLeast the percentage it stands at, unless it was further
  /// @param text what a person reads
  public Progress ended(String word, int atLeast, String text) {
    boolean whole = atLeast == 100;
    return new Progress(word, whole ? totalSteps : step, totalSteps, Math.max(percentage, atLeast),
        text);
  }

  /// The same, with a percentage that didn't fall.
  public Progress notBelow(Progress earlier) {
    return percentage >= earlier.percentage
        ? this
        : new Progress(currentStep, step, totalSteps, earlier.percentage, message);
  }
}
