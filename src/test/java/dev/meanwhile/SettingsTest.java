package dev.meanwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/// Names and defaults of settings are a contract with operators: whoever changes one changes this list too.
class SettingsTest {
  private static final Map<String, String> STORE_NODE_SECURITY_WEB = new TreeMap<>(Map.ofEntries(
      Map.entry("meanwhile.data-dir", "data"), Map.entry("meanwhile.public-url", ""),
      Map.entry("meanwhile.store.pool-size", "32"),
      Map.entry("meanwhile.store.connection-timeout", "3s"),
      Map.entry("meanwhile.store.start-timeout", "60s"),
      Map.entry("meanwhile.store.statement-timeout", "60s"),
      Map.entry("meanwhile.node.lease", "5s"), Map.entry("meanwhile.node.renewal", "1s"),
      Map.entry("meanwhile.node.forget", "1h"), Map.entry("meanwhile.security.bootstrap-token", ""),
      Map.entry("meanwhile.security.bootstrap-token-file", ""),
      Map.entry("meanwhile.security.session-timeout", "14d"),
      Map.entry("meanwhile.security.sign-in-code", "15m"),
      Map.entry("meanwhile.security.tokens-per-user", "100"),
      Map.entry("meanwhile.web.max-body", "8MB"), Map.entry("meanwhile.web.retry-after", "5s")));

  @Test
  void namesAndDefaultsOfStoreNodeSecurityAndWeb() {
    assertThat(settingsOf("store", "node", "security", "web")).isEqualTo(STORE_NODE_SECURITY_WEB);
  }

  /// All settings of these packages with their defaults; "" is none.
  private static Map<String, String> settingsOf(String... packages) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    var found = new TreeMap<String, String>();
    Arrays.stream(packages)
        .flatMap(name -> scanner.findCandidateComponents("dev.meanwhile." + name).stream())
        .map(BeanDefinition::getBeanClassName).map(SettingsTest::load)
        .forEach(type -> collect(type, found));
    return found;
  }

  private static Class<?> load(@org.jspecify.annotations.Nullable String name) {
    try {
      return Class.forName(String.valueOf(name));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static void collect(Class<?> type, Map<String, String> found) {
    var prefix = type.getAnnotation(ConfigurationProperties.class).value();
    for (var component : type.getRecordComponents()) {
      found
          .put(
              prefix + "."
                  + component.getName().replaceAll("([A-Z])", "-$1")
                      .toLowerCase(java.util.Locale.ROOT),
              defaultOf(type, component));
    }
  }

  private static String defaultOf(Class<?> type, RecordComponent component) {
    return Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
        .filter(parameter -> parameter.getName().equals(component.getName()))
        .map(parameter -> parameter.getAnnotation(DefaultValue.class))
        .filter(java.util.Objects::nonNull)
        .map(value -> String.join(",", value.value())).findFirst().orElse("");
  }
}
