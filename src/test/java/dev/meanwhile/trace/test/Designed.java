package dev.meanwhile.trace.test;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction;
import java.util.List;

/// What is designed for the words of a requirement.
final class Designed {
  private Designed() {}

  static List<Requirement> requirements(String text) {
    return Extraction.of(List.of(Passage.paragraph("A-1: " + text, Source.line("a.txt", 1, null))))
        .requirements();
  }

  static List<TestCase> cases(String text) {
    return TestDesign.casesFor(requirements(text).getFirst());
  }

  static List<String> firstValues(String text) {
    return cases(text).stream().map(c -> c.testData().getFirst().value()).toList();
  }

  static String lastExpected(TestCase testCase) {
    return testCase.steps().getLast().expected();
  }
}
