package dev.meanwhile.generator.coverage;

import dev.meanwhile.trace.coverage.Coverage;
import java.util.LinkedHashMap;
import java.util.Map;

/// The figures of a report in the order in which each of its forms shows them, by the names of their definitions.
final class Headlines {
  private Headlines() {}

  static Map<String, String> of(Coverage coverage) {
    var figures = coverage.figures();
    var lines = new LinkedHashMap<String, String>();
    lines.put("requirements", String.valueOf(figures.requirements()));
    lines.put("covered", String.valueOf(figures.covered()));
    lines.put("percentage", figures.percentage().toPlainString());
    lines.put("gaps", String.valueOf(figures.gaps()));
    lines.put("weaknesses", String.valueOf(figures.weaknesses()));
    lines.put("orphans", String.valueOf(figures.orphans()));
    lines.put("duplicates", String.valueOf(figures.duplicates()));
    lines.put("inactive", String.valueOf(figures.inactive()));
    lines.put("not_by_test", String.valueOf(figures.notByTest()));
    lines.put("candidates", String.valueOf(figures.candidates()));
    lines.put("test_cases", String.valueOf(figures.testCases()));
    return lines;
  }
}
