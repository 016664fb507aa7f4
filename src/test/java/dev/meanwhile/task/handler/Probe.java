package dev.meanwhile.task.handler;

import dev.meanwhile.artifact.NewArtifact;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/// A generator that does what its input says: the operator-added one of the tests.
@Component
public class Probe implements TaskHandler<Probe.Input> {
  private static final String NO_FILE = "no-file";
  /// What a test opens to let a waiting probe go on, by the probe's name.
  public static final Map<String, Semaphore> GATES = new ConcurrentHashMap<>();
  /// How often each step of a probe was run, by `name/step`.
  public static final Map<String, AtomicInteger> RUNS = new ConcurrentHashMap<>();

  /// What to do.
  ///
  /// @param name of the gate and the artifact
  /// @param plan words, done in order: `step`, `wait`, `burn`, `transient-once`, `transient`, `busy`, `permanent`,
  ///   `crash`, `no-memory`, `store-away-once`, `no-transaction-once`, `parents`;
  ///   `no-file`, without an artifact
  public record Input(@Describe("a name for the gate") String name, @Nullable List<String> plan) {}

  @Override
  public TaskKind<Input> kind() {
    return new TaskKind<>("probe", "probe", "Probe", "Does what a test says", Input.class,
        Duration.ofMinutes(1));
  }

  @Override
  public TaskOutcome run(Input input, TaskRun run) throws Exception {
    var plan = input.plan() == null ? List.<String>of() : input.plan();
    for (int i = 0; i < plan.size(); i++) {
      run.progress(i + 1, plan.size(), plan.get(i), 100 * i / plan.size(), "doing " + plan.get(i));
      act(plan.get(i), i, input.name(), run);
    }
    return new TaskOutcome(Map.of("total_count", plan.size()), files(input.name(), plan), "probed");
  }

  private static List<NewArtifact> files(String name, List<String> plan) {
    return plan.contains(NO_FILE)
        ? List.of()
        : List.of(
            NewArtifact.text(name + ".txt", "other", "text/plain", String.join("\n", plan)));
  }

  private static void act(String word, int index, String name, TaskRun run) throws Exception {
    switch (word) {
      case "step" -> run.step("step-" + index, Integer.class, () -> count(name + "/" + index));
      case NO_FILE -> {
      } // at the end
      case "wait" -> gate(name).acquire();
      case "parents" -> run.step("parents", String.class, () -> run.parents().stream()
          .map(parent -> parent.taskId() + " " + parent.result()).toList().toString());
      case "burn" -> burn(name, run);
      case "transient-once" -> once(name, index, new TransientFailure("flaky", "try again", null));
      case "store-away-once" -> once(name, index, new DataAccessResourceFailureException("away"));
      case "no-transaction-once" ->
        once(name, index, new CannotCreateTransactionException("away"));
      case "transient" -> throw new TransientFailure("flaky", "always", Duration.ZERO);
      case "busy" ->
        throw new TransientFailure("busy", "come back in an hour", Duration.ofHours(1));
      case "permanent" -> throw new PermanentFailure("hopeless", "never");
      case "crash" -> throw new IllegalStateException("jdbc:secret");
      case "no-memory" -> throw new OutOfMemoryError("as if there were none left");
      default -> throw new IllegalArgumentException(word);
    }
  }

  private static void once(String name, int index, Exception failure) throws Exception {
    if (count(name + "/" + index) == 1) {
      throw failure;
    }
  }

  private static void burn(String name, TaskRun run) {
    double heat = 1;
    while (!gate(name).tryAcquire()) {
      for (int i = 0; i < 100_000; i++) {
        heat = Math.sqrt(heat + i);
      }
      run.checkpoint();
    }
    if (Double.isNaN(heat)) {
      throw new IllegalStateException("so that the work isn't optimised away");
    }
  }

  /// The gate of a name.
  public static Semaphore gate(String name) {
    return GATES.computeIfAbsent(name, _ -> new Semaphore(0));
  }

  private static int count(String key) {
    return RUNS.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet();
  }
}
