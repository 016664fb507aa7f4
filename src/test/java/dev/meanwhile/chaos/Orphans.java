package dev.meanwhile.chaos;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ends processes of tests that would outlive the tests, for example because somebody stopped Maven.
final class Orphans {
  private static final Set<Process> PROCESSES = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> PROCESSES.forEach(
        Process::destroyForcibly)));
  }

  private Orphans() {}

  static void watch(Process process) {
    PROCESSES.add(process);
    var _ = process.onExit().thenAccept(PROCESSES::remove);
  }
}
