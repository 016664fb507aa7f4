package dev.meanwhile.llm.gate;

import dev.meanwhile.llm.call.Cancellation;
import dev.meanwhile.llm.call.ModelFailure;
import dev.meanwhile.UserId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Lets a bounded number of calls through to the model at once. Conversations have a share that tasks can't take;
/// they may borrow what tasks leave free, and give it back as calls end. Within a lane, users take turns.
public final class ModelGate {
  /// Two for conversations, one for tasks.
  static final int FEWEST_CALLS = 3;
  private static final int LEAST_FOR_TURNS = 2;

  private final GateLimits settings;
  private final int keptForTurns;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Lane, Line> lines = new EnumMap<>(Lane.class);

  /// A gate with nobody before it.
  public ModelGate(GateLimits settings) {
    this.settings = settings;
    this.keptForTurns = Math.max(LEAST_FOR_TURNS, (settings.calls() + 3) / 4);
    for (var lane : Lane.values()) {
      lines.put(lane, new Line());
    }
  }

  /// Waits for a place, which must be closed when the call is over.
  ///
  /// @throws ModelFailure busy when too many wait or the wait was too long; cancelled by the switch or an interrupt,
  ///   which stays set
  public Place enter(Lane lane, UserId user, Cancellation cancellation) {
    var waiter = new Waiter(lane, user, lock.newCondition());
    try (var _ = cancellation.onCancel(() -> giveUp(waiter))) {
      return await(waiter);
    }
  }

  private Place await(Waiter waiter) {
    lock.lock();
    try {
      join(waiter);
      awaitDecision(waiter);
      return new Place(waiter.lane);
    } finally {
      lock.unlock();
    }
  }

  private void join(Waiter waiter) {
    if (waiter.state == State.GIVEN_UP) {
      throw ModelFailure.cancelled();
    }
    var line = line(waiter.lane);
    if (line.waiting >= settings.waiting()) {
      throw busy();
    }
    line.add(waiter);
    letIn();
  }

  private void awaitDecision(Waiter waiter) {
    long left = (waiter.lane == Lane.TURN ? settings.turnWait() : settings.taskWait()).toNanos();
    try {
      while (waiter.state == State.WAITING && left > 0) {
        left = waiter.decided.awaitNanos(left);
      }
    } catch (InterruptedException _) {
      leave(waiter);
      Thread.currentThread().interrupt();
      throw ModelFailure.cancelled();
    }
    switch (waiter.state) {
      case LET_IN -> {
      }
      case GIVEN_UP -> throw ModelFailure.cancelled();
      case WAITING -> {
        leave(waiter);
        throw busy();
      }
    }
  }

  private void giveUp(Waiter waiter) {
    lock.lock();
    try {
      if (waiter.state == State.WAITING) {
        line(waiter.lane).remove(waiter);
        waiter.state = State.GIVEN_UP;
        waiter.decided.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  private void leave(Waiter waiter) {
    switch (waiter.state) {
      case WAITING -> line(waiter.lane).remove(waiter);
      case LET_IN -> free(waiter.lane);
      case GIVEN_UP -> {
      }
    }
  }

  private void free(Lane lane) {
    line(lane).inside--;
    letIn();
  }

  private void letIn() {
    for (var lane = nextLane(); lane != null; lane = nextLane()) {
      var line = line(lane);
      var waiter = line.next();
      line.inside++;
      waiter.state = State.LET_IN;
      waiter.decided.signal();
    }
  }

  private @Nullable Lane nextLane() {
    var turns = line(Lane.TURN);
    var tasks = line(Lane.TASK);
    if (turns.inside + tasks.inside >= settings.calls()) {
      return null;
    }
    if (turns.waiting > 0 && turns.inside < keptForTurns) {
      return Lane.TURN;
    }
    if (tasks.waiting > 0 && tasks.inside < settings.calls() - keptForTurns) {
      return Lane.TASK;
    }
    return turns.waiting > 0 ? Lane.TURN : null;
  }

  /// Calls that run, per lane.
  public int inside(Lane lane) {
    lock.lock();
    try {
      return line(lane).inside;
    } finally {
      lock.unlock();
    }
  }

  /// Calls that wait, per lane.
  public int waiting(Lane lane) {
    lock.lock();
    try {
      return line(lane).waiting;
    } finally {
      lock.unlock();
    }
  }

  private Line line(Lane lane) {
    return java.util.Objects.requireNonNull(lines.get(lane));
  }

  private static ModelFailure busy() {
    return new ModelFailure(ModelFailure.Reason.BUSY, "The model is busy with other calls.",
        Duration.ofSeconds(5), null);
  }

  /// The right to one call.
  public final class Place implements AutoCloseable {
    private final Lane lane;
    private boolean closed;

    private Place(Lane lane) {
      this.lane = lane;
    }

    @Override
    public void close() {
      lock.lock();
      try {
        if (!closed) {
          closed = true;
          free(lane);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private enum State {
    WAITING, LET_IN, GIVEN_UP
  }

  private static final class Waiter {
    private final Lane lane;
    private final UserId user;
    private final Condition decided;
    private State state = State.WAITING;

    private Waiter(Lane lane, UserId user, Condition decided) {
      this.lane = lane;
      this.user = user;
      this.decided = decided;
    }
  }

  /// One lane: each user's own line, and the users in the order of their next turn.
  private static final class Line {
    private final Map<UserId, ArrayDeque<Waiter>> byUser = new java.util.LinkedHashMap<>();
    private int waiting;
    private int inside;

    private void add(Waiter waiter) {
      byUser.computeIfAbsent(waiter.user, _ -> new ArrayDeque<>()).add(waiter);
      waiting++;
    }

    private Waiter next() {
      var user = byUser.keySet().iterator().next();
      var own = java.util.Objects.requireNonNull(byUser.remove(user));
      var first = own.remove();
      if (!own.isEmpty()) {
        byUser.put(user, own);
      }
      waiting--;
      return first;
    }

    private void remove(Waiter waiter) {
      var own = byUser.get(waiter.user);
      if (own != null && own.remove(waiter)) {
        waiting--;
        if (own.isEmpty()) {
          byUser.remove(waiter.user);
        }
      }
    }
  }
}
