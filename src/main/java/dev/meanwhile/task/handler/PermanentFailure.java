package dev.meanwhile.task.handler;

/// A try failed in a way that another try won't mend: the task ends failed.
public final class PermanentFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  /// @param code a stable word, for example `no_requirements`
  /// @param message what a person reads
  public PermanentFailure(String code, String message) {
    super(message);
    this.code = code;
  }

  /// The stable word.
  public String code() {
    return code;
  }
}
