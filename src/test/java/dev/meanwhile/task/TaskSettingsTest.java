package dev.meanwhile.task;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// What can only be a slip of the operator stops the server at its start.
class TaskSettingsTest {
  /// A wait of 0 would be one without an end: with many users' locks in hand.
  @ParameterizedTest
  @CsvSource({"slots, 0", "per-user-running, 0", "per-user-pending, 0", "max-attempts, 0",
      "together, 0", "together-wait, 0", "together-wait, 999us", "together-wait, -1s"})
  void whatWouldStopTheEngineIsRefused(String name, String value) {
    var binder = new Binder(new MapConfigurationPropertySource(
        Map.of("meanwhile.tasks." + name, value)));
    assertThatThrownBy(() -> binder.bindOrCreate("meanwhile.tasks", TaskSettings.class))
        .hasRootCauseInstanceOf(IllegalArgumentException.class).rootCause()
        .hasMessageContaining(name);
  }
}
