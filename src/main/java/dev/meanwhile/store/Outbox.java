package dev.meanwhile.store;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/// Signals that leave after their transactions have committed, all that are there in one statement. PostgreSQL lets
/// transactions that notify commit one at a time, disk and all: kept out of them, commits share their writes.
final class Outbox {
  private static final Logger log = LoggerFactory.getLogger(Outbox.class);
  /// How long what comes right after a message that left waits for more to leave with: the first isn't kept waiting.
  private static final Duration GATHER = Duration.ofMillis(5);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final JdbcClient jdbc;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private Set<Message> waiting = new LinkedHashSet<>();

  Outbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// What is sent; the same twice is sent once.
  record Message(String channel, String payload) {}

  void add(Message message) {
    lock.lock();
    try {
      waiting.add(message);
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  /// Sends until the thread is interrupted.
  void sendForever() {
    try {
      while (true) {
        send(take());
        TimeUnit.MILLISECONDS.sleep(GATHER.toMillis());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Set<Message> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (waiting.isEmpty()) {
        filled.await();
      }
      var taken = waiting;
      waiting = new LinkedHashSet<>();
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void send(Set<Message> messages) throws InterruptedException {
    try {
      sendTogether(List.copyOf(messages));
    } catch (DataAccessException | TransactionException e) {
      log.warn("{} signals wait for the store: {}", messages.size(), e.getMessage());
      messages.forEach(this::add);
      TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE.toMillis());
    }
  }

  /// A signal isn't worth a wait for the disk.
  private void sendTogether(List<Message> messages) {
    jdbc.sql("""
      select count(set_config('synchronous_commit', 'off', true)),
        bool_or(pg_notify(channel, payload) is null)
      from unnest(?::text[], ?::text[]) as message (channel, payload)
      """).param(column(messages, Message::channel)).param(column(messages, Message::payload))
        .query((row, _) -> row.getLong(1)).single();
  }

  private static String[] column(List<Message> messages, Function<Message, String> value) {
    return messages.stream().map(value).toArray(String[]::new);
  }
}
