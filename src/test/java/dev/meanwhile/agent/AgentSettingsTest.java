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

    assertThat(settings).isEqualTo(new AgentSettings(8, 50, Duration.ofMinutes(5), 24_000));
  }
}
