package dev.meanwhile.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AgentSettingsTest {

  @Test
  void theDefaultsAreAContract() {
    var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
        .bindOrCreate("meanwhile.agent", AgentSettings.class);

    assertThat(settings).isEqualTo(new AgentSettings(8, 50, Duration.ofMinutes(5), 24_000,
        Duration.ZERO, Map.of()));
    assertThat(settings.waitsForTasks()).isFalse();
  }

  @Test
  void aTypeHasALimitOfItsOwn() {
    var settings = new AgentSettings(8, 50, Duration.ofMinutes(5), 24_000, Duration.ofSeconds(2),
        Map.of("generate_rtm", Duration.ZERO));

    assertThat(settings.foregroundLimit("generate_rtm")).isZero();
    assertThat(settings.foregroundLimit("coverage_analysis")).hasSeconds(2);
    assertThat(settings.waitsForTasks()).isTrue();
  }
}
