package dev.meanwhile.generator.testcase.render;

import dev.meanwhile.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The test frameworks that cases are rendered for.
public enum Framework {
  PYTEST, JUNIT, GHERKIN, ROBOT, PLAYWRIGHT;

  /// The framework of a name in any case; pytest without one.
  ///
  /// @throws Problem naming the field and the choices
  public static Framework of(@Nullable String name) {
    if (name == null) {
      return PYTEST;
    }
    return Arrays.stream(values()).filter(f -> f.name().equals(name.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> Problem.badField("generation_options.test_framework",
            "\"" + name + "\" is not a framework; choose one of "
                + Arrays.stream(values()).map(Framework::toString)
                    .collect(Collectors.joining(", "))));
  }

  /// A renderer for the files of one scope.
  Renderer renderer() {
    return switch (this) {
      case PYTEST -> new PytestRenderer();
      case JUNIT -> new JunitRenderer();
      case GHERKIN -> new GherkinRenderer();
      case ROBOT -> new RobotRenderer();
      case PLAYWRIGHT -> new PlaywrightRenderer();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
