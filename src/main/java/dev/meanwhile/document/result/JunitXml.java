package dev.meanwhile.document.result;

import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.result.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/// Reads JUnit XML, as many tools write it: each in its own dialect.
final class JunitXml {
  private static final int OUTPUT_CHARACTERS = 4_000;
  private static final int VALUE_CHARACTERS = 2_000;
  private static final Set<String> NOT_RUN = Set.of("skipped", "notrun", "disabled", "suppressed",
      "ignored", "pending", "aborted");
  private static final Set<String> FAILED = Set.of("failed", "failure", "error", "errored");
  private static final String BETWEEN = "[,;\\s]+";

  private final XmlReport xml;
  private final List<TestResult> results = new ArrayList<>();
  private String at = "";
  private String suite = "";

  JunitXml(XmlReport xml) {
    this.xml = xml;
  }

  /// From the root element on.
  ResultFile.Run read() throws XMLStreamException {
    do {
      switch (xml.name()) {
        case "testsuites", "testsuite" -> suite();
        case "testcase" -> results.add(testCase());
        default -> {
        }
      }
      xml.checkTests(results.size());
    } while (xml.enter());
    return new ResultFile.Run("JUnit XML", at, results);
  }

  private void suite() {
    suite = xml.text("name");
    var time = xml.instant("timestamp");
    at = time.compareTo(at) > 0 ? time : at;
  }

  private TestResult testCase() throws XMLStreamException {
    var found = new Found(xml.text("name"),
        xml.attribute("classname") == null ? suite : xml.text("classname"));
    found.outcome = stated();
    found.property("requirement", xml.text("requirement"));
    found.property("requirements", xml.text("requirements"));
    int depth = xml.depth();
    while (xml.enterBelow(depth)) {
      inside(found);
    }
    return found.result();
  }

  private Outcome stated() {
    for (var word : List.of(lower("status"), lower("result"))) {
      if (NOT_RUN.contains(word)) {
        return Outcome.NOTRUN;
      }
      if (FAILED.contains(word)) {
        return Outcome.FAILED;
      }
    }
    return Outcome.PASSED;
  }

  private String lower(String attribute) {
    return xml.text(attribute).toLowerCase(Locale.ROOT);
  }

  private void inside(Found found) throws XMLStreamException {
    switch (xml.name()) {
      case "failure", "error" -> found.fail(isUntried(xml.text("type")),
          xml.text("type").isEmpty() && xml.text("message").isEmpty()
              && xml.content(VALUE_CHARACTERS).isBlank());
      case "skipped", "disabled" -> found.skip();
      case "system-out" -> found.output = xml.content(OUTPUT_CHARACTERS);
      case "property" -> {
        var name = xml.text("name");
        var value = xml.attribute("value");
        found.property(name, value == null ? xml.content(VALUE_CHARACTERS) : value);
      }
      default -> {
      }
    }
  }

  /// Cucumber calls a scenario failed whose steps nobody has written.
  private static boolean isUntried(String type) {
    return type.endsWith("PendingException") || type.endsWith("UndefinedStepException");
  }

  /// A test case while it is read.
  private static final class Found {
    private final String name;
    private final String group;
    private final List<String> requirements = new ArrayList<>();
    private final List<String> tests = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private Outcome outcome = Outcome.PASSED;
    private String output = "";
    private boolean failed;
    private boolean silent;

    Found(String name, String group) {
      this.name = name;
      this.group = group;
    }

    /// @param untried whether it was never tried, in spite of its name
    /// @param unexplained whether the report doesn't say what failed
    void fail(boolean untried, boolean unexplained) {
      failed |= !untried && !unexplained;
      silent |= unexplained;
      outcome = untried && outcome != Outcome.FAILED ? Outcome.NOTRUN : Outcome.FAILED;
    }

    /// A failure stays one.
    void skip() {
      outcome = outcome == Outcome.FAILED ? outcome : Outcome.NOTRUN;
    }

    void property(String key, String value) {
      switch (key.toLowerCase(Locale.ROOT).replace('-', '_')) {
        case "requirement", "requirements", "verifies" -> add(value, requirements);
        case "test_key", "test_id", "test_case" -> add(value, tests);
        case "tags", "tag" -> add(value, tags);
        default -> {
        }
      }
    }

    private static void add(String value, List<String> to) {
      for (var part : value.strip().split(BETWEEN, -1)) {
        if (!part.isEmpty() && !to.contains(part)) {
          to.add(part);
        }
      }
    }

    TestResult result() {
      boolean untried = silent && !failed && output.lines().anyMatch(Found::isUntriedStep);
      return new TestResult(name, group, untried ? Outcome.NOTRUN : outcome, requirements, tests,
          tags, output);
    }

    /// As Cucumber writes out the steps of a scenario.
    private static boolean isUntriedStep(String line) {
      return line.endsWith("..undefined") || line.endsWith("..pending");
    }
  }
}
