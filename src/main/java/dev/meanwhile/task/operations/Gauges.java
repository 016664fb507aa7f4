package dev.meanwhile.task.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// How many tasks of the whole installation wait, are queued and run, as metrics: one query for a scrape, whatever it
/// reads. Every node shows the same figures, so they are not to be added up.
@Component
class Gauges {
  private static final Logger log = LoggerFactory.getLogger(Gauges.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Counts counts;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Known known;

  Gauges(Counts counts, MeterRegistry registry) {
    this.counts = counts;
    gauge("meanwhile.tasks.waiting", "Tasks without a slot, all nodes", Counts.Open::waiting,
        registry);
    gauge("meanwhile.tasks.queued", "Tasks with a slot and a ticket, all nodes",
        Counts.Open::queued, registry);
    gauge("meanwhile.tasks.running", "Tasks at work, all nodes", Counts.Open::running, registry);
    gauge("meanwhile.tasks.ending", "Ended tasks whose thread still holds a slot, all nodes",
        Counts.Open::ending, registry);
  }

  /// What was counted last; nothing while the store is away.
  private record Known(Counts.@Nullable Open open, long at) {
    boolean isFresh() {
      return System.nanoTime() - at < FRESH.toNanos();
    }
  }

  private void gauge(String name, String description, ToLongFunction<Counts.Open> figure,
      MeterRegistry registry) {
    Gauge.builder(name, this, it -> it.value(figure)).description(description).register(registry);
  }

  private double value(ToLongFunction<Counts.Open> figure) {
    var open = fresh().open();
    return open == null ? Double.NaN : figure.applyAsLong(open);
  }

  private Known fresh() {
    lock.lock();
    try {
      var found = known;
      if (found == null || !found.isFresh()) {
        found = new Known(count(), System.nanoTime());
        known = found;
      }
      return found;
    } finally {
      lock.unlock();
    }
  }

  private Counts.@Nullable Open count() {
    try {
      return counts.open();
    } catch (DataAccessException e) {
      log.warn("Tasks can't be counted: {}", e.getMessage());
      return null;
    }
  }
}
