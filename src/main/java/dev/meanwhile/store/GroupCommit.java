package dev.meanwhile.store;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes of one kind that come while another of their kind is being written share the next transaction: the busier the
/// store, the fewer statements and commits each of them costs. Whoever brings a write goes on at once. One thread writes
/// group after group, as long as there is something to write, and tells each what came of it.
///
/// @param <K> what a write is about; two about the same are never in one group
/// @param <I> what is written
/// @param <O> what the write came to; not null
public final class GroupCommit<K, I, O> {
  private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);

  private final int most;
  private final Writer<K, I, O> writer;
  private final Executor threads;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Entry<K, I, O>> waiting = new ArrayDeque<>();
  private boolean writing;

  /// @param most how many writes share a transaction, at least 1
  /// @param threads where the thread that writes comes from
  public GroupCommit(int most, Writer<K, I, O> writer, Executor threads) {
    if (most < 1) {
      throw new IllegalArgumentException("a group has 1 or more members");
    }
    this.most = most;
    this.writer = writer;
    this.threads = threads;
  }

  /// How a group is written.
  public interface Writer<K, I, O> {
    /// Writes all of these that nobody is in the way of, in one transaction, without waiting for a lock.
    ///
    /// @param items the oldest first
    /// @return what they came to, without those that somebody is in the way of
    Map<K, O> together(Map<K, I> items);
  }

  private record Entry<K, I, O>(K key, I item, Consumer<Optional<O>> then) {}

  /// Writes an item soon. How many may wait is for the callers to limit.
  ///
  /// @param then told what it came to as soon as it is on disk, or nothing when it isn't: somebody is in its way, or its
  ///     group was refused, and whose fault that was shows when each is written alone. Called on the writing thread, so
  ///     it must not block.
  public void write(K key, I item, Consumer<Optional<O>> then) {
    if (add(new Entry<>(key, item, then))) {
      threads.execute(this::writeAll);
    }
  }

  /// Whether nobody writes yet.
  private boolean add(Entry<K, I, O> entry) {
    lock.lock();
    try {
      waiting.add(entry);
      boolean first = !writing;
      writing = true;
      return first;
    } finally {
      lock.unlock();
    }
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

  private void writeAll() {
    boolean over = false;
    try {
      for (var group = take(); !group.isEmpty(); group = take()) {
        write(group);
      }
      over = true;
    } finally {
      if (!over) { // an error ended this thread, and those that wait need another
        threads.execute(this::writeAll);
      }
    }
  }

  /// The oldest of those that wait; if there are none, whoever comes next is the first again.
  private Map<K, Entry<K, I, O>> take() {
    var group = new LinkedHashMap<K, Entry<K, I, O>>();
    lock.lock();
    try {
      for (var each = waiting.iterator(); each.hasNext() && group.size() < most;) {
        var entry = each.next();
        if (group.putIfAbsent(entry.key(), entry) == null) {
          each.remove();
        }
      }
      writing = !group.isEmpty();
      return group;
    } finally {
      lock.unlock();
    }
  }

  /// Each is told, also when so much is wrong that not even that can be logged.
  private void write(Map<K, Entry<K, I, O>> group) {
    Map<K, O> written = Map.of();
    try {
      written = writer.together(items(group));
    } catch (Throwable refused) {
      log.warn("writes are tried one by one, {} of them: {}", group.size(), refused.toString());
    } finally {
      for (var entry : group.values()) {
        tell(entry, Optional.ofNullable(written.get(entry.key())));
      }
    }
  }

  private static <K, I, O> Map<K, I> items(Map<K, Entry<K, I, O>> group) {
    var items = new LinkedHashMap<K, I>();
    group.forEach((key, entry) -> items.put(key, entry.item()));
    return items;
  }

  /// What goes wrong with one is told to the others all the same.
  private static <K, I, O> void tell(Entry<K, I, O> entry, Optional<O> outcome) {
    try {
      entry.then().accept(outcome);
    } catch (Throwable failure) {
      log.error("who wrote {} could not be told", entry.key(), failure);
    }
  }
}
