package dev.meanwhile.task.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.MeanwhileTest;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// How long a task waits after a failed try.
@MeanwhileTest
class BackOffTest {
  @Autowired
  BackOff backOff;

  @Test
  void tasksThatFailedTogetherDoNotAllComeBackTogether() {
    var delays = Stream.generate(() -> backOff.after(1, null)).limit(100).toList();
    assertThat(delays).allSatisfy(
        delay -> assertThat(delay).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2_500)));
    assertThat(delays).as("a quarter of the back-off is left to chance")
        .anyMatch(delay -> delay.toMillis() < 2_200).anyMatch(delay -> delay.toMillis() > 2_300);
  }
}
