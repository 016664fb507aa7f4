package dev.meanwhile.generator;

import dev.meanwhile.generator.Asking.Loss;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// How long a run goes on asking a model that doesn't answer, so that the rules still have the time to do their work.
/// Thread-safe.
public final class Patience {
  private static final int MOST_LOSSES = 3;

  private final AtomicBoolean over = new AtomicBoolean();
  private final AtomicInteger inARow = new AtomicInteger();

  /// Whether asking again makes no sense in this run.
  public boolean isOver() {
    return over.get();
  }

  /// Takes note of how a question ended.
  public void asked(Loss loss) {
    switch (loss) {
      case THIS_ONE -> inARow.set(0);
      case PERHAPS_MORE -> {
        if (inARow.incrementAndGet() >= MOST_LOSSES) {
          over.set(true);
        }
      }
      case ALL -> over.set(true);
    }
  }
}
