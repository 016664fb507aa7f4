package dev.meanwhile.chat.turn;

import dev.meanwhile.agent.TurnCancel;
import dev.meanwhile.chat.ChatSettings;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.store.Signals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Runs turns on this node: those of one conversation one after the other, a bounded number at once.
@Component
class TurnRunner implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(TurnRunner.class);
  /// How late a turn may stop whose cancel no signal told.
  private static final long LOOK_EVERY_MILLIS = 1_000;
  private static final String INTERRUPTED = "The server had to stop while it wrote this reply.";

  private final TurnEnds ends;
  private final TurnRows rows;
  private final TurnWork work;
  private final Feed feed;
  private final ChatSettings settings;
  private final Drafts drafts;
  private final Semaphore places;
  private final Set<UUID> serving = ConcurrentHashMap.newKeySet();
  private final Map<UUID, Active> active = new ConcurrentHashMap<>();
  private volatile boolean running;

  TurnRunner(TurnEnds ends, TurnRows rows, TurnWork work, Feed feed, ChatSettings settings,
      Drafts drafts, Signals signals) {
    this.ends = ends;
    this.rows = rows;
    this.work = work;
    this.feed = feed;
    this.settings = settings;
    this.drafts = drafts;
    this.places = new Semaphore(settings.turns(), true);
    signals.on(Turns.READY, id -> wake(UUID.fromString(id)));
    signals.on(Turns.CANCEL, id -> cancel(UUID.fromString(id)));
  }

  /// A turn at work here.
  private record Active(TurnRow row, Draft draft, TurnCancel cancel) {}

  /// Serves the conversation's queue, unless this node does so already.
  void wake(UUID conversationId) {
    if (running && serving.add(conversationId)) {
      Thread.ofVirtual().name("turns-" + conversationId).start(() -> serve(conversationId));
    }
  }

  private void serve(UUID conversationId) {
    boolean served = false;
    try {
      places.acquire();
      try {
        served = runAll(conversationId);
      } finally {
        places.release();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (DataAccessException | TransactionException e) {
      log.warn("the turns of conversation {} wait: {}", conversationId, e.getMessage());
    } finally {
      serving.remove(conversationId);
    }
    if (served && rows.queued(conversationId) > 0) {
      wake(conversationId); // a message came between the last look and now
    }
  }

  private boolean runAll(UUID conversationId) {
    boolean any = false;
    Optional<TurnRow> turn = next(conversationId);
    while (turn.isPresent()) {
      any = true;
      run(turn.get());
      turn = next(conversationId);
    }
    return any;
  }

  private Optional<TurnRow> next(UUID conversationId) {
    return running ? ends.start(conversationId) : Optional.empty();
  }

  private void run(TurnRow turn) {
    var draft = new Draft(turn, feed, drafts, settings);
    var cancel = new TurnCancel();
    active.put(turn.turnId(), new Active(turn, draft, cancel));
    try {
      ends.end(turn, write(turn, draft, cancel));
    } finally {
      active.remove(turn.turnId());
    }
  }

  private Written write(TurnRow turn, Draft draft, TurnCancel cancel) {
    try {
      var written = work.write(turn, draft, cancel);
      return running || written.state() != TurnState.CANCELLED
          ? written
          : work.failed(turn, draft.text(), INTERRUPTED);
    } catch (RuntimeException e) { // a turn's failure is told in its own reply
      log.error("turn {} of {} failed", turn.turnId(), turn.user(), e);
      return work.failed(turn, draft.text(), "An internal error ended this reply; the server's "
          + "log has it under turn " + turn.turnId() + ".");
    }
  }

  static String join(String text, String sentence) {
    return text.isBlank() ? sentence : text + "\n\n" + sentence;
  }

  private void cancel(UUID turnId) {
    var turn = active.get(turnId);
    if (turn != null) {
      turn.cancel().cancel();
    }
  }

  /// Whether this node sees to the turn, also right after its start, when its work has yet to begin.
  boolean works(TurnRow turn) {
    return serving.contains(turn.conversationId());
  }

  /// The text so far of a turn at work here.
  Optional<String> draft(UUID turnId) {
    return Optional.ofNullable(active.get(turnId)).map(turn -> turn.draft().text());
  }

  /// Stores drafts that are due; a turn that is over in the store stops writing.
  @Scheduled(fixedDelay = 100)
  void tick() {
    active.forEach((turnId, turn) -> {
      try {
        if (!turn.draft().tick()) {
          turn.cancel().cancel();
        }
      } catch (DataAccessException | TransactionException e) {
        log.warn("the draft of turn {} isn't stored: {}", turnId, e.getMessage());
      }
    });
  }

  /// Stops the turns whose cancel this node didn't hear of, because nobody listened or the turn had only just started,
  /// and those that others ended, as after a freeze.
  @Scheduled(fixedDelay = LOOK_EVERY_MILLIS)
  void stopEnded() {
    var epochs = new HashMap<UUID, Integer>();
    active.forEach((turnId, turn) -> epochs.put(turnId, turn.row().epoch()));
    if (epochs.isEmpty()) {
      return;
    }
    try {
      rows.toStop(epochs).forEach(this::cancel);
    } catch (DataAccessException | TransactionException e) {
      log.warn("whether turns are to stop can't be seen: {}", e.getMessage());
    }
  }

  @Override
  public void start() {
    running = true;
  }

  /// Lets running turns end, then stops them; each ends in the store.
  @Override
  public void stop() {
    running = false;
    try {
      if (!places.tryAcquire(settings.turns(), settings.drain().toMillis(),
          TimeUnit.MILLISECONDS)) {
        List.copyOf(active.values()).forEach(turn -> turn.cancel().cancel());
        awaitStopped();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitStopped() throws InterruptedException {
    if (!places.tryAcquire(settings.turns(), 2, TimeUnit.SECONDS)) {
      log.warn("{} turns didn't stop in time; they will be ended as failed", active.size());
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
