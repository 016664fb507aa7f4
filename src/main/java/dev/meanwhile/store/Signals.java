package dev.meanwhile.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Short messages between nodes through the store (`NOTIFY` and `LISTEN`): a hint to look, never the only word, since a
/// message sent while a listener's connection is away is lost.
@Component
public class Signals implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(Signals.class);
  private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9_]{0,62}");
  /// PostgreSQL's own limit for a payload.
  private static final int PAYLOAD_LIMIT_BYTES = 7999;
  private static final Duration TICK = Duration.ofMillis(500);
  private static final Duration PROBE_AFTER_SILENCE = Duration.ofSeconds(10);
  private static final int PROBE_LIMIT_SECONDS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private final StoreAddress address;
  private final JdbcClient jdbc;
  private final Outbox outbox;
  private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
  private final List<Runnable> reconnected = new CopyOnWriteArrayList<>();
  private volatile @Nullable Thread thread;
  private volatile @Nullable Thread sender;
  private volatile @Nullable Connection connection;

  Signals(StoreAddress address, JdbcClient jdbc) {
    this.address = address;
    this.jdbc = jdbc;
    this.outbox = new Outbox(jdbc);
  }

  /// Sends to all nodes, this one too. Inside a transaction it leaves with the commit, which waits for all others that
  /// send: for what is rare.
  ///
  /// @param payload at most 7999 bytes
  public void send(String channel, String payload) {
    check(channel, payload);
    jdbc.sql("select pg_notify(?, ?) is null").params(channel, payload).query(Boolean.class)
        .single();
  }

  /// Sends to all nodes soon after the current transaction has committed; this one hears it at once, on the committing
  /// thread, and may hear it again. For what happens often and is looked for anyway now and then: a node that is
  /// killed in between doesn't send.
  ///
  /// @param payload at most 7999 bytes
  public void sendSoon(String channel, String payload) {
    check(channel, payload);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCommit() {
          tell(channel, payload);
        }
      });
    } else {
      tell(channel, payload);
    }
  }

  private void tell(String channel, String payload) {
    deliver(channel, payload);
    outbox.add(new Outbox.Message(channel, payload));
  }

  private static void check(String channel, String payload) {
    checked(channel);
    if (payload.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > PAYLOAD_LIMIT_BYTES) {
      throw new IllegalArgumentException(
          "payload over " + PAYLOAD_LIMIT_BYTES + " bytes on " + channel);
    }
  }

  /// Calls the listener with each payload on the one listening thread, so it must not block. To be called from
  /// constructors: nothing sent before the application runs is missed then.
  public void on(String channel, Consumer<String> listener) {
    listeners.computeIfAbsent(checked(channel), name -> new CopyOnWriteArrayList<>()).add(listener);
  }

  /// Runs each time listening begins, at start and after the store was away: what was sent in between is lost, so look.
  /// Called on the listening thread, so it must not block.
  public void onReconnect(Runnable look) {
    reconnected.add(look);
  }

  private static String checked(String channel) {
    if (!CHANNEL.matcher(channel).matches()) {
      throw new IllegalArgumentException("not a channel name: " + channel);
    }
    return channel;
  }

  /// Begins to listen.
  @Override
  public void start() {
    var listening = daemon("signals", this::listenForever);
    thread = listening; // it runs as long as this is set
    listening.start();
    var sending = daemon("signals-out", outbox::sendForever);
    sender = sending;
    sending.start();
  }

  private static Thread daemon(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private void listenForever() {
    var pause = FIRST_PAUSE;
    while (isRunning()) {
      try (var opened = address.connect("signals")) {
        connection = opened;
        pause = FIRST_PAUSE;
        listen(opened);
      } catch (SQLException e) {
        if (isRunning()) {
          log.warn("Listening to the store is interrupted: {}", e.getMessage());
          pause = pauseAndDouble(pause);
        }
      }
    }
  }

  private Duration pauseAndDouble(Duration pause) {
    try {
      TimeUnit.MILLISECONDS.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private void listen(Connection opened) throws SQLException {
    var heard = new HashSet<String>();
    var notifications = opened.unwrap(PGConnection.class);
    listenToNew(opened, heard);
    reconnected.forEach(Signals::guarded);
    var silentSince = System.nanoTime();
    while (isRunning()) {
      var arrived = notifications.getNotifications((int) TICK.toMillis());
      if (arrived != null && arrived.length > 0) {
        List.of(arrived).forEach(this::deliver);
        silentSince = System.nanoTime();
      } else if (System.nanoTime() - silentSince > PROBE_AFTER_SILENCE.toNanos()) {
        probe(opened);
        silentSince = System.nanoTime();
      }
      listenToNew(opened, heard);
    }
  }

  private void listenToNew(Connection opened, Set<String> heard) throws SQLException {
    for (var channel : listeners.keySet()) {
      if (heard.add(channel)) {
        try (var statement = opened.createStatement()) {
          statement.execute("listen " + channel);
        }
      }
    }
  }

  private static void probe(Connection opened) throws SQLException {
    if (!opened.isValid(PROBE_LIMIT_SECONDS)) {
      throw new SQLException("no answer within " + PROBE_LIMIT_SECONDS + " s");
    }
  }

  private void deliver(PGNotification notification) {
    deliver(notification.getName(), notification.getParameter());
  }

  private void deliver(String channel, String payload) {
    for (var listener : listeners.getOrDefault(channel, List.of())) {
      guarded(() -> listener.accept(payload));
    }
  }

  /// One listener's failure is logged and harms no other.
  private static void guarded(Runnable listener) {
    try {
      listener.run();
    } catch (RuntimeException e) {
      log.error("A listener of signals failed", e);
    }
  }

  /// Stops listening, after everything that sends or listens has stopped.
  @Override
  public void stop() {
    var listening = thread;
    thread = null;
    if (listening == null) {
      return;
    }
    listening.interrupt();
    var sending = sender;
    if (sending != null) {
      sending.interrupt();
    }
    closeConnection();
    try {
      listening.join(STOP_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Ends the wait for notifications, which no interrupt reaches.
  private void closeConnection() {
    var open = connection;
    try {
      if (open != null) {
        open.close();
      }
    } catch (SQLException e) {
      log.debug("Closing the listening connection failed", e);
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }

  /// Early up, late down.
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1000;
  }
}
