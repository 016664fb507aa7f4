package dev.meanwhile.benchmark;

/// An engine that is measured.
interface Contender extends AutoCloseable {
  String name();

  /// Puts tasks into the store, all of which wait.
  ///
  /// @param pauseMillis how long each takes
  void fill(int tasks, int pauseMillis) throws Exception;

  /// Lets them run, and returns when all have ended.
  void drain() throws Exception;

  /// Adds one task while others run.
  ///
  /// @return milliseconds until it began
  double newcomer() throws Exception;

  /// Leaves the machine to the others.
  void rest();

  @Override
  void close();
}
