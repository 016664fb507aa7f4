package dev.meanwhile;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/// Starts the server.
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Application {

  /// Runs until the process is told to end.
  ///
  /// @param arguments Spring Boot's command line, for example `--server.port=9090`
  public static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }

  /// The clock that stamps what users read; leases and due times use the database's.
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
