package dev.meanwhile.generator.testcase.render;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.Extraction;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCases;
import dev.meanwhile.trace.test.TestDesign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

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
  private static final List<String> FRAGMENTS = List.of("\"", "'", "\\", "\"\"\"", "'''", "*/",
      "/*",
      "//", "<b>", "<PLATFORM_DEFINED>", "{{x}}", "{%", "${x}", "@{x}", "&{x}", "%{x}", "#", "# c",
      "|",
      " | ", "  ", "   ", "\t", "\n", "\r", "\r\n", "\n\n", "=cmd", "=1+1", "+1", "-1", "@SUM(A1)",
      "...",
      "*** Settings ***", "Scenario: x", "@tag", "Feature:", "Examples:", "\\n", "\\u0022",
      "\\u000a",
      "\u202E", "\u202C", "\u200b", "\ufeff", "\u00a0", "\u2028", "\u0085", "\u0000", "\u001b",
      "\u007f",
      "\ud83d", "\ude00", "😀", "👩‍👩‍👧", "שלום", "مرحبا", "é", "e\u0301", "漢字", "`", "$(rm)",
      "${{1}}",
      "%s", "{0}", "\\", "\\\\", "`${1}`", "</script>", "&amp;", "--", ";", "exit()",
      "the unit shall",
      "at most 5 items", "if it is set", "word", "and", " ", ".", "name=value", "NONE", "END", "IF",
      "\uffff", "\ufffe", ": FOR", "[Tags]");
  private static final List<String> IDS = List.of("A-1", "A.1", "a_1", "A-1", "R&D#7", "x@y@z",
      "é-1", "-1", "\"q\"", "@@",
      "1", "class", "A|B", "#1", "a(b)", "\\u0041", "😀1", "Z-9");
  private static final List<String> MORE_IDS = List.of("robot:skip", "NONE", "${X}", "a  b", "a,b",
      "AND", "*", "<x>", "a\\b", "null");

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

  /// Texts of random hostile pieces, always the same ones.
  static List<String> generated(int count) {
    var random = new Random(42);
    var texts = new ArrayList<String>();
    while (texts.size() < count) {
      var text = new StringBuilder();
      for (int pieces = 1 + random.nextInt(8); pieces > 0; pieces--) {
        text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  /// A case for each text, with the text wherever a case has one.
  static TestCases verbatim(List<String> texts) {
    var cases = new ArrayList<TestCase>();
    for (int i = 0; i < texts.size(); i++) {
      var requirement = i % 100 == 0 && i / 100 < MORE_IDS.size()
          ? MORE_IDS.get(i / 100)
          : "H-%04d".formatted(i);
      cases.add(verbatim(requirement, texts.get(i)));
    }
    return TestCases.of(cases, List.of());
  }

  private static TestCase verbatim(String id, String text) {
    return new TestCase("TC-" + id + "-01", "", Words.shortened(text, 120), List.of(id), Map.of(),
        TestCase.Type.POSITIVE, "requirement-based", text, null, List.of(text),
        List.of(new TestCase.Datum("value", text, text, text)),
        List.of(new TestCase.Step(1, text, text, List.of(id))), List.of(), null, null, "rule", "x",
        "low", List.of(text));
  }

  private static Requirement requirement(String id, String text) {
    var header = Passage.row(List.of("Requirement ID", "Description"), Source.row("t", 1, 1, null));
    var row = Passage.row(List.of(id, text), Source.row("t", 1, 2, null));
    return Extraction.of(List.of(header, row)).requirements().getFirst();
  }
}
