package dev.meanwhile.generator.testcase;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.test.TestCases;
import dev.meanwhile.trace.test.TestDesign;
import java.util.ArrayList;
import java.util.List;

/// Requirement texts that try to break out of what they are written into.
final class HostileTexts {
  static final List<String> ALL = List.of("say \"hi\" and 'bye'", "\"\"\" or ''' and \\\"\"\"",
      "back\\slash \\n \\u0041 \\",
      "*/ class X {} /*", "\\u000a\\u0022; System.exit(1); //", "#{1+1} ${HOME} %s {0} <name> `x`",
      "tab\there\nand a new line\n\nScenario: not one\n  @tag Feature: x", "| a | b \\| c |",
      "right \u202Eot tfel\u202C",
      "مرحبا שלום", "emoji 😀 👩‍👩‍👧 and lone \ud83d half",
      "\u0000 \u0001 \u007f \u0085 \u2028 \u2029", "\r\n and \r alone",
      "=cmd|' /C calc'!A0", "<script>alert(1)</script>&amp;", "\"\"\"\nimport os\n\"\"\"",
      "{{x}} {% raw %}",
      "x".repeat(70_000));
  private static final List<String> IDS = List.of("A-1", "A.1", "a_1", "A-1", "R&D#7", "x@y@z",
      "é-1", "-1", "\"q\"", "@@",
      "1", "class", "A|B", "#1", "a(b)", "\\u0041", "😀1", "Z-9");

  private HostileTexts() {}

  /// Each text as the statement of a requirement, some with IDs that are no names.
  static List<Requirement> requirements() {
    var requirements = new ArrayList<Requirement>();
    for (int i = 0; i < ALL.size(); i++) {
      requirements.add(requirement(IDS.get(i),
          "If " + ALL.get(i) + " is set, the unit shall reject " + ALL.get(i)));
    }
    return requirements;
  }

  static TestCases cases() {
    return TestDesign.collect(requirements(), TestDesign::casesFor, true);
  }

  private static Requirement requirement(String id, String text) {
    var header = Passage.row(List.of("Requirement ID", "Description"), Source.row("t", 1, 1, null));
    var row = Passage.row(List.of(id, text), Source.row("t", 1, 2, null));
    return Extraction.of(List.of(header, row)).requirements().getFirst();
  }
}
