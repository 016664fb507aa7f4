package dev.meanwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
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
  @Autowired
  ThreadPoolTaskSchedulerBuilder builder;
  @Autowired
  ApplicationContext context;

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

  /// What has begun gets a moment when all else has stopped; until then nothing waits for it.
  @Test
  void stoppingDoesNotWaitForWhatClearsUp() throws Exception {
    var own = new Application().taskScheduler(builder);
    own.setApplicationContext(context);
    own.afterPropertiesSet();
    var began = new CountDownLatch(1);
    var gate = new CountDownLatch(1);
    var stopped = new AtomicBoolean();
    var clearing = own.submit(() -> {
      began.countDown();
      gate.await();
      return "done";
    });
    began.await();

    own.onApplicationEvent(new ContextClosedEvent(context));
    own.stop(() -> stopped.set(true));

    assertThat(stopped).isTrue();
    gate.countDown();
    own.destroy();
    assertThat(clearing.get()).isEqualTo("done");
  }
}
