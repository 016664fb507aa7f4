package dev.meanwhile.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.task.TaskSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// A setting that means nothing is told, with the one that was perhaps meant. How a start says so, StartFailuresTest knows.
class SettingsCheckTest {
  private static final SettingNames NAMES = new SettingNames(List.of(TaskSettings.class,
      Several.class));

  /// Settings that are named after something, like those of the agent.
  @ConfigurationProperties("meanwhile.boats")
  private record Several(Map<String, Duration> longestTrips) {}

  private final StandardEnvironment environment = new StandardEnvironment();
  private final SettingsCheck check = new SettingsCheck(environment);

  @ParameterizedTest
  @CsvSource({"meanwhile.taks.max-attempts, meanwhile.tasks.max-attempts",
      "meanwile.tasks.slots, meanwhile.tasks.slots",
      "meanwhile.tasks.max.attempts, meanwhile.tasks.max-attempts",
      "spring.datasource.ulr, spring.datasource.url", "server.prot, server.port"})
  void aNameThatIsNearlyOneIsRefused(String name, String meant) {
    environment.getPropertySources().addFirst(new MapPropertySource("a file", Map.of(name, "1")));

    assertThat(check.slips(NAMES)).singleElement().asString()
        .startsWith(name + " (a file) is no setting of this server")
        .contains("Did you mean " + meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"meanwhile.tasks.max-attempts", "meanwhile.tasks.maxAttempts",
      "meanwhile.tasks.per-user-running", "meanwhile.boats.longest-trips.big_ferry",
      "meanwhile.boats.longestTrips.raft", "server.port", "server.ssl.enabled", "spring.main.x",
      "logging.level.root", "meanwhiles"})
  void aNameThatSetsSomethingOrIsOfOthersIsLeftAlone(String name) {
    environment.getPropertySources().addFirst(new MapPropertySource("a file", Map.of(name, "1")));

    assertThat(check.slips(NAMES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MEANWHILE_TASKS_SLOTZ", "MEANWILE_TASKS_SLOTS"})
  void aVariableThatMeansNothingIsWarnedOf(String name) {
    variable(name);

    assertThat(check.slipsOfVariables(NAMES)).singleElement().asString().contains(
        "The environment variable " + name + " is no setting",
        "Did you mean MEANWHILE_TASKS_SLOTS?");
    assertThat(check.slips(NAMES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MEANWHILE_TASKS_PERUSERRUNNING", "MEANWHILE_TASKS_PER_USER_RUNNING",
      "MEANWHILE_BOATS_LONGESTTRIPS_BIG_FERRY", "MEANWHILE_BOATS_LONGEST_TRIPS_RAFT",
      "SPRING_DATASOURCE_URL", "SERVER_PORT", "MEANWHILE", "HOME"})
  void aVariableThatSetsSomethingOrIsOfOthersIsLeftAlone(String name) {
    variable(name);

    assertThat(check.slipsOfVariables(NAMES)).isEmpty();
  }

  private void variable(String name) {
    environment.getPropertySources().replace("systemEnvironment",
        new SystemEnvironmentPropertySource("systemEnvironment", Map.of(name, "1")));
  }
}
