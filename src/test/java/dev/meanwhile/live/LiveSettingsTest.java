package dev.meanwhile.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class LiveSettingsTest {

  @Test
  void theDefaultsAreAContract() {
    var settings = new Binder(new MapConfigurationPropertySource())
        .bindOrCreate("meanwhile.live", LiveSettings.class);

    assertThat(settings).isEqualTo(new LiveSettings(Duration.ofSeconds(10), Duration.ofSeconds(2),
        Duration.ofSeconds(10), Duration.ofSeconds(2), 50, 10_000, 200, DataSize.ofKilobytes(256),
        DataSize.ofKilobytes(256), 50));
  }
}
