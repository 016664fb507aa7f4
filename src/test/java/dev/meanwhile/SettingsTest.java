package dev.meanwhile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/// The README's table of settings is a contract with operators: names and defaults are the code's, all of them.
class SettingsTest {
  private static final Predicate<String> OURS = name -> name.startsWith("meanwhile.");
  private static final Pattern PLACEHOLDER = Pattern
      .compile("\\$\\{(meanwhile\\.[a-z.-]+):([^}]*)}");

  @Test
  @Tag("MW-OPS-004")
  void theTableHasAllSettingsOfTheCodeWithTheirDefaultsAndNoOthers() {
    assertThat(surplus(records(), table(OURS))).as("settings that the README's table lacks")
        .isEmpty();
    assertThat(surplus(table(OURS), records()))
        .as("rows of the README's table that the code lacks").isEmpty();
  }

  @Test
  void settingsReadByPlaceholdersAreInTheTableWithTheSameDefaults() throws IOException {
    try (var sources = Files.walk(Path.of("src", "main"))) {
      var placeholders = new TreeMap<String, String>();
      sources.filter(it -> it.toString().matches(".*\\.(java|yaml)"))
          .flatMap(it -> PLACEHOLDER.matcher(read(it)).results())
          .forEach(it -> placeholders.put(it.group(1), it.group(2)));
      assertThat(placeholders).isNotEmpty();
      assertThat(surplus(placeholders, table(OURS))).isEmpty();
    }
  }

  private static List<Map.Entry<String, String>> surplus(Map<String, String> settings,
      Map<String, String> others) {
    return settings.entrySet().stream().filter(it -> !others.entrySet().contains(it)).toList();
  }

  @Test
  void settingsOfSpringHaveTheDefaultsThatThisServerGivesThem() {
    var table = table(OURS.negate());
    assertThat(table).containsKeys("server.port", "server.address", "spring.datasource.url",
        "spring.datasource.username", "spring.datasource.password");
    assertThat(table).allSatisfy((name, value) -> assertThat(value).as(name)
        .isEqualTo(Objects.requireNonNullElse(packaged().getProperty(name), "").toString()));
  }

  private static EnumerablePropertySource<?> packaged() {
    try {
      return (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
          .load("packaged", new ClassPathResource("application.yaml")).getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The table's names and defaults; "" is none.
  private static Map<String, String> table(Predicate<String> wanted) {
    return Readme.read().section("Configuration").rows().stream().skip(1)
        .collect(Collectors.toMap(row -> plain(row.get(0)), row -> plain(row.get(1)),
            (one, other) -> "twice: %s and %s".formatted(one, other), TreeMap::new))
        .entrySet().stream().filter(row -> wanted.test(row.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String plain(String cell) {
    return cell.replace("`", "");
  }

  private static Map<String, String> records() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    var settings = new TreeMap<String, String>();
    scanner.findCandidateComponents("dev.meanwhile").stream()
        .map(found -> load(found.getBeanClassName())).forEach(type -> collect(
            type.getAnnotation(ConfigurationProperties.class).value(), type, settings));
    return settings;
  }

  private static Class<?> load(@Nullable String name) {
    try {
      return Class.forName(Objects.requireNonNull(name));
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static void collect(String prefix, Class<?> type, Map<String, String> settings) {
    var components = type.getRecordComponents();
    assertThat(components).as("%s is a record", type).isNotNull();
    for (var component : components) {
      var name = prefix + "." + dashed(component.getName());
      if (component.getType().isRecord()) {
        collect(name, component.getType(), settings);
      } else {
        settings.put(name, defaultOf(type, component));
      }
    }
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /// Taken from the constructor, whose parameters carry the annotation.
  private static String defaultOf(Class<?> type, RecordComponent component) {
    return Arrays.stream(type.getDeclaredConstructors())
        .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
        .filter(parameter -> parameter.getName().equals(component.getName()))
        .map(parameter -> parameter.getAnnotation(DefaultValue.class)).filter(Objects::nonNull)
        .map(value -> String.join(",", value.value())).findFirst().orElse("");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
