package dev.meanwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/// What comes round again: looking for cancels, repairs, clearing up.
@MeanwhileTest
class SchedulingTest {
  @Autowired
  ThreadPoolTaskScheduler scheduler;
  @Autowired
  List<ScheduledTaskHolder> holders;
  @Autowired
  @Qualifier("applicationTaskExecutor") // by its name Spring MVC finds it for what is streamed
  AsyncTaskExecutor streaming;

  @Test
  void nothingThatComesRoundAgainWaitsForAnother() {
    var again = holders.stream().map(ScheduledTaskHolder::getScheduledTasks)
        .flatMap(Collection::stream).map(ScheduledTask::toString).collect(Collectors.toSet());

    assertThat(again).hasSizeGreaterThan(8);
    assertThat(scheduler.getScheduledThreadPoolExecutor().getCorePoolSize())
        .as("threads for %s", again).isGreaterThanOrEqualTo(again.size());
  }

  @Test
  void whatIsStreamedHasAVirtualThread() throws Exception {
    assertThat(streaming.submit(() -> Thread.currentThread().isVirtual()).get()).isTrue();
  }
}
