package dev.meanwhile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/// The application's clock in tests: the system's time until a test sets or advances it. Each test starts at the
/// system's time again.
public final class TestClock extends Clock {

  /// Puts the test clock in the place of the application's.
  @TestConfiguration(proxyBeanMethods = false)
  static class Bean {
    @org.springframework.context.annotation.Bean
    @Primary
    TestClock testClock() {
      return new TestClock();
    }
  }

  /// Sets the clock back after each test.
  static final class Reset implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) {
      SpringExtension.getApplicationContext(context).getBean(TestClock.class).reset();
    }
  }

  /// Either running with an offset, or standing still.
  private record Hand(Duration offset, @Nullable Instant still) {
    Instant now() {
      return still != null ? still : Instant.now().plus(offset);
    }
  }

  private static final Hand SYSTEM = new Hand(Duration.ZERO, null);

  private final AtomicReference<Hand> hand = new AtomicReference<>(SYSTEM);

  /// Stands still at this time from now on.
  public void set(Instant time) {
    turn(old -> new Hand(old.offset, time));
  }

  /// Moves on, running or standing still as before.
  public void advance(Duration by) {
    turn(old -> new Hand(old.offset.plus(by), old.still == null ? null : old.still.plus(by)));
  }

  /// Runs with the system's time again.
  public void reset() {
    turn(old -> SYSTEM);
  }

  private void turn(UnaryOperator<Hand> change) {
    hand.updateAndGet(change);
  }

  @Override
  public Instant instant() {
    return hand.get().now();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("times are UTC");
  }
}
