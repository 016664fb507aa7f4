package dev.meanwhile.chaos;

import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.task.Usage;
import dev.meanwhile.task.handler.PermanentFailure;
import dev.meanwhile.task.handler.TaskHandler;
import dev.meanwhile.task.handler.TaskKind;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.task.handler.TransientFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/// A generator that does what its input says and keeps a [Diary] of it. Each execution of a step has a token of its
/// own, which is the step's result: so the stored result names the execution that it came from.
final class Trial implements TaskHandler<Trial.Input> {
  static final String HOPELESS = "hopeless";
  static final String FLAKY = "flaky";
  static final String FILE = "file";

  private final Diary diary;

  Trial(Diary diary) {
    this.diary = diary;
  }

  /// What to do.
  ///
  /// @param plan words, done in order: `step` or `step-MILLIS`; `flaky` and `fatal`, a step and then a failure, the
  ///        first time only; `hopeless`, a failure each time; `poison`, SIGKILL to the own process; `until-FILE`, a
  ///        step that lasts until there is such a file; `model`, a step that says which prompt it used and what it
  ///        spent; `file`, an artifact when all is done
  record Input(String name, List<String> plan) {}

  @Override
  public TaskKind<Input> kind() {
    return new TaskKind<>("trial", "trial", "Trial", "Does what a test says", Input.class,
        Duration.ofMinutes(5));
  }

  @Override
  public TaskOutcome run(Input input, TaskRun run) throws Exception {
    var tryId = UUID.randomUUID().toString();
    diary.note(Diary.Event.TRY, tryId, run.taskId(), "", "");
    try {
      var plan = input.plan();
      for (int i = 0; i < plan.size(); i++) {
        run.progress(i + 1, plan.size(), plan.get(i), 100 * i / plan.size(), plan.get(i));
        act(plan.get(i), new Step(diary, run, tryId, stepKey(i)));
      }
      return new TaskOutcome(Map.of("total_count", plan.size()), files(input), "tried");
    } finally {
      diary.note(Diary.Event.LEFT, tryId, run.taskId(), "", "");
    }
  }

  private static List<NewArtifact> files(Input input) {
    return IntStream.range(0, files(input.plan())).mapToObj(i -> NewArtifact.text(
        input.name() + "-" + i + ".txt", "other", "text/plain", String.join("\n", input.plan())))
        .toList();
  }

  /// How many artifacts the plan makes.
  static int files(List<String> plan) {
    return Collections.frequency(plan, FILE);
  }

  /// The key of the step at a place of the plan.
  static String stepKey(int index) {
    return "s" + index;
  }

  /// Whether a word of the plan stores a step.
  static boolean isStep(String word) {
    return !Set.of(HOPELESS, "poison", FILE).contains(word);
  }

  private static void act(String word, Step step) throws Exception {
    switch (word.replaceFirst("-.*", "")) {
      case "step" -> step.lasting(millis(word));
      case "until" -> step.until(Path.of(word.substring(word.indexOf('-') + 1)));
      case "model" -> step.spending();
      case FLAKY -> {
        if (step.isFirst()) {
          throw new TransientFailure(FLAKY, "try again", null);
        }
      }
      case "fatal" -> {
        if (step.isFirst()) {
          throw new PermanentFailure(HOPELESS, "this time");
        }
      }
      case HOPELESS -> throw new PermanentFailure(HOPELESS, "never");
      case "poison" -> Trap.signal("KILL");
      case FILE -> {
      } // at the end, with all others
      default -> throw new IllegalArgumentException(word);
    }
  }

  private static long millis(String word) {
    return word.contains("-") ? Long.parseLong(word.substring(word.indexOf('-') + 1)) : 0;
  }

  /// A step of a try.
  private record Step(Diary diary, TaskRun run, String tryId, String key) {
    private static final long LOOK_MILLIS = 20;
    private static final Usage SPENT = new Usage("a model", 1, 10, 5, null, null);

    void lasting(long millis) throws Exception {
      work(() -> {
        if (millis > 0) {
          rest(millis);
        }
      });
    }

    void until(Path file) throws Exception {
      work(() -> {
        while (!Files.exists(file)) {
          rest(LOOK_MILLIS);
        }
      });
    }

    boolean isFirst() throws Exception {
      var worked = new AtomicBoolean();
      work(() -> worked.set(true));
      return worked.get();
    }

    void spending() throws Exception {
      work(() -> {
        run.prompted("a prompt");
        run.spent(SPENT);
      });
    }

    private static void rest(long millis) throws InterruptedException {
      if (new Semaphore(0).tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("nobody releases it");
      }
    }

    private void work(Work work) throws Exception {
      run.step(key, String.class, () -> {
        var token = UUID.randomUUID().toString();
        diary.note(Diary.Event.STEP, tryId, run.taskId(), key, token);
        work.run();
        diary.note(Diary.Event.DONE, tryId, run.taskId(), key, token);
        return token;
      });
    }
  }

  private interface Work {
    void run() throws Exception;
  }
}
