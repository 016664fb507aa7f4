package dev.meanwhile.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes of one kind that come while another of their kind is being written share the next transaction: the busier the
/// store, the fewer statements and commits each of them costs. One that comes alone is written at once. The thread that
/// brought the first of a group writes it; the others wait until it is on disk.
///
/// @param <K> what a write is about; two about the same are never in one group
/// @param <I> what is written
/// @param <O> what the write came to; not null
public final class GroupCommit<K, I, O> {
  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

  private final int most;
  private final Writer<K, I, O> writer;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Entry> waiting = new ArrayDeque<>();
  private boolean writing;

  /// @param most how many writes share a transaction, at least 1
  public GroupCommit(int most, Writer<K, I, O> writer) {
    if (most < 1) {
      throw new IllegalArgumentException("a group has 1 or more members");
    }
    this.most = most;
    this.writer = writer;
  }

  /// How a kind of write is done; called by the threads that bring them.
  public interface Writer<K, I, O> {
    /// Writes all of these that nobody is in the way of, in one transaction, without waiting for a lock.
    ///
    /// @param items the oldest first
    /// @return what they came to; those that are missing are written alone, and all of them when it throws
    Map<K, O> together(Map<K, I> items);

    /// Writes one of them in a transaction of its own, and waits for whoever is in the way.
    O alone(I item);
  }

  /// What a waiting thread is told.
  private sealed interface Word<O> {
    /// It writes the next group, with its own write.
    record Lead<O>() implements Word<O> {}

    /// Its write is on disk.
    record Written<O>(O outcome) implements Word<O> {}

    /// It writes for itself.
    record Alone<O>() implements Word<O> {}
  }

  private final class Entry {
    private final K key;
    private final I item;
    private final CompletableFuture<Word<O>> word = new CompletableFuture<>();

    Entry(K key, I item) {
      this.key = key;
      this.item = item;
    }

    void tell(@Nullable O outcome) {
      word.complete(outcome == null ? new Word.Alone<>() : new Word.Written<>(outcome));
    }
  }

  /// Writes an item, and returns once it is on disk. What fails for one fails for this one alone; an interrupt is kept
  /// for later.
  public O write(K key, I item) {
    var entry = new Entry(key, item);
    add(entry);
    return switch (entry.word.join()) {
      case Word.Lead<O>() -> lead(entry);
      case Word.Written<O>(var outcome) -> outcome;
      case Word.Alone<O>() -> writer.alone(item);
    };
  }

  /// How many writes wait for the group that is being written.
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  private void add(Entry entry) {
    lock.lock();
    try {
      waiting.add(entry);
      if (!writing) {
        passOn();
      }
    } finally {
      lock.unlock();
    }
  }

  private O lead(Entry first) {
    var group = take(first);
    Map<K, O> written = Map.of();
    try {
      written = writeTogether(group);
    } finally {
      release(group, written);
    }
    var outcome = written.get(first.key);
    return outcome == null ? writer.alone(first.item) : outcome;
  }

  private Map<K, O> writeTogether(Map<K, Entry> group) {
    var items = new LinkedHashMap<K, I>();
    group.forEach((key, entry) -> items.put(key, entry.item));
    try {
      return writer.together(items);
    } catch (Throwable refused) { // whose fault it is will show when each is written alone
      log.warn("writes are tried one by one, {} of them: {}", group.size(), refused.toString());
      return Map.of();
    }
  }

  /// The one that writes, and the oldest of those that wait.
  private Map<K, Entry> take(Entry first) {
    var group = new LinkedHashMap<>(Map.of(first.key, first));
    lock.lock();
    try {
      for (var each = waiting.iterator(); each.hasNext() && group.size() < most;) {
        var entry = each.next();
        if (group.putIfAbsent(entry.key, entry) == null) {
          each.remove();
        }
      }
      return group;
    } finally {
      lock.unlock();
    }
  }

  private void release(Map<K, Entry> group, Map<K, O> written) {
    lock.lock();
    try {
      passOn();
    } finally {
      lock.unlock();
    }
    group.values().forEach(entry -> entry.tell(written.get(entry.key)));
  }

  /// The one that has waited longest writes next; the lock is held.
  private void passOn() {
    var next = waiting.poll();
    writing = next != null;
    if (next != null) {
      next.word.complete(new Word.Lead<>());
    }
  }
}
