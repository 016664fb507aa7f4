package dev.meanwhile.trace.result;

import dev.meanwhile.trace.Outcome;
import java.util.List;
import java.util.regex.Pattern;

/// One test of a run, as its tool reported it.
///
/// @param name the test's name, with its parameters if the tool writes them
/// @param group the class, file or suite that it belongs to
/// @param requirements requirement IDs that the report states for it
/// @param tests test IDs or keys that the report states for it
/// @param tags words that the report states for it, IDs among them
/// @param output the beginning of what it wrote, where tools leave display names
public record TestResult(String name, String group, Outcome outcome, List<String> requirements,
    List<String> tests, List<String> tags, String output) {
  /// A method with the types of its parameters, as Surefire writes it.
  private static final Pattern METHOD = Pattern
      .compile("[\\w$]{1,200}\\([\\w.$,<>\\[\\]? ]{0,400}\\)");
  private static final Pattern INSTANCE = Pattern.compile(
      "^([^(\\[{]+)(?:\\([^()]{0,400}\\))?\\s*(?:\\[[^\\[\\]]{0,400}\\]|\\{[^{}]{0,400}\\})?$");

  public TestResult {
    requirements = List.copyOf(requirements);
    tests = List.copyOf(tests);
    tags = List.copyOf(tags);
  }

  /// The test without the parameters of this instance of it: `limits(int)[3]`, `limits(Clock)` and `limits[3]` are of `limits`.
  public String testName() {
    if (!name.endsWith("]") && !name.endsWith("}") && !METHOD.matcher(name).matches()) {
      return name;
    }
    var instance = INSTANCE.matcher(name);
    return instance.matches() ? instance.group(1).strip() : name;
  }

  /// What tells this test from others, in every run of it.
  public String key() {
    return group.isEmpty() ? testName() : group + "." + testName();
  }
}
