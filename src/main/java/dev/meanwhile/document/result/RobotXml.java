package dev.meanwhile.document.result;

import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.result.TestResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/// Reads what Robot Framework writes by itself, its `output.xml`: the tests with their tags, and none of their keywords.
/// A test is called as in Robot's xunit file, so that both are about the same one.
final class RobotXml {
  static final String FORMAT = "Robot Framework";
  private static final int TAG_CHARACTERS = 2_000;

  /// A suite that the current element may be in.
  private record Suite(int depth, String name) {}

  private final XmlReport xml;
  private final Deque<Suite> suites = new ArrayDeque<>();
  private final List<TestResult> results = new ArrayList<>();

  RobotXml(XmlReport xml) {
    this.xml = xml;
  }

  /// Whether the root element is Robot's: others describe robots in a `robot` too.
  static boolean is(XmlReport xml) {
    return xml.name().equals("robot") && xml.attribute("generator") != null;
  }

  /// From the root element on.
  ResultFile.Run read() throws XMLStreamException {
    var at = xml.instant("generated");
    while (xml.enter()) {
      switch (xml.name()) {
        case "suite" -> suite();
        case "test" -> results.add(test());
        default -> {
        }
      }
      xml.checkTests(results.size());
    }
    return new ResultFile.Run(FORMAT, at, results);
  }

  private void suite() {
    while (!suites.isEmpty() && suites.getLast().depth() >= xml.depth()) {
      suites.removeLast();
    }
    suites.addLast(new Suite(xml.depth(), xml.text("name")));
  }

  /// A test that says nothing of how it ended hasn't run.
  private TestResult test() throws XMLStreamException {
    var name = xml.text("name");
    var group = suites.stream().filter(suite -> suite.depth() < xml.depth()).map(Suite::name)
        .collect(Collectors.joining("."));
    var found = new Found(xml.depth());
    while (xml.enterBelow(found.depth)) {
      found.inside(xml);
    }
    return new TestResult(name, group, found.outcome, List.of(), List.of(),
        List.copyOf(found.tags), "");
  }

  /// A test while it is read. Its keywords have tags and a status too, deeper than its own.
  private static final class Found {
    private final int depth;
    private final Set<String> tags = new LinkedHashSet<>();
    private Outcome outcome = Outcome.NOTRUN;
    private String child = "";

    Found(int depth) {
      this.depth = depth;
    }

    void inside(XmlReport xml) throws XMLStreamException {
      int below = xml.depth() - depth;
      child = below == 1 ? xml.name() : child;
      boolean inTags = below == 2 && child.equals("tags"); // as versions before 4 wrote them
      if (below == 1 && child.equals("status")) {
        outcome = outcome(xml.text("status"));
      } else if (xml.name().equals("tag") && (below == 1 || inTags)) {
        tags.add(xml.content(TAG_CHARACTERS).strip());
      }
    }
  }

  private static Outcome outcome(String status) {
    return switch (status) {
      case "PASS" -> Outcome.PASSED;
      case "FAIL" -> Outcome.FAILED;
      default -> Outcome.NOTRUN;
    };
  }
}
