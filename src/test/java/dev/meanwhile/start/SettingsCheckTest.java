package dev.meanwhile.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.task.TaskSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/// A setting that means nothing is told, with the one that was perhaps meant. How a start says so, StartFailuresTest knows.
class SettingsCheckTest {
  private static final SettingNames NAMES = new SettingNames(List.of(TaskSettings.class,
      load("dev.meanwhile.agent.AgentSettings")));

  /// Has settings that are named after types of tasks.
  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

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
      "meanwhile.tasks.per-user-running", "meanwhile.agent.foreground-limits.generate_rtm",
      "meanwhile.agent.foregroundLimits.probe", "server.port", "server.ssl.enabled",
      "spring.main.x",
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
      "MEANWHILE_AGENT_FOREGROUNDLIMITS_GENERATE_RTM", "MEANWHILE_AGENT_FOREGROUND_LIMITS_PROBE",
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
