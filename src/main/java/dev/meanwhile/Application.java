package dev.meanwhile;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/// Starts the server.
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public class Application {

  /// Runs until the process is told to end.
  ///
  /// @param arguments Spring Boot's command line, for example `--server.port=9090`
  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }

  /// The clock that stamps what users read, in microseconds as the store keeps them; leases and due times use the
  /// database's.
  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
  }

  /// A thread for each thing that comes round again: what clears up a large store, or waits for one that is away, mustn't
  /// keep anybody from looking for cancels. With virtual threads all that has a fixed delay would share one.
  @Bean
  ThreadPoolTaskScheduler taskScheduler(ThreadPoolTaskSchedulerBuilder builder) {
    return builder.build();
  }
}
