package dev.meanwhile.trace.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import dev.meanwhile.trace.extract.Extraction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The design rules on own sentences whose labels were set by hand.
class LabelledSentencesTest {
  private record Labelled(boolean negative, String bounds, String sentence) {
    static Labelled of(String line) {
      var parts = line.split("\t", 3);
      return new Labelled(parts[0].equals("y"), parts[1].equals(".") ? "" : parts[1], parts[2]);
    }
  }

  @Test
  void thereAreEnoughSentencesOfEachKind() {
    var sentences = sentences("labelled.tsv");

    assertThat(sentences).hasSizeGreaterThanOrEqualTo(300);
    assertThat(sentences.stream().filter(Labelled::negative)).hasSizeGreaterThanOrEqualTo(80);
    assertThat(sentences.stream().filter(s -> !s.bounds().isEmpty()))
        .hasSizeGreaterThanOrEqualTo(140);
  }

  @ParameterizedTest
  @ValueSource(strings = {"labelled.tsv", "held-out.tsv"})
  void theNegativeDecisionAgreesWithTheLabels(String set) {
    long hits = 0;
    long extra = 0;
    long missed = 0;
    var wrong = new ArrayList<String>();
    for (var labelled : sentences(set)) {
      boolean decided = cases(labelled).stream().anyMatch(c -> c.type() == TestCase.Type.NEGATIVE);
      hits += decided && labelled.negative() ? 1 : 0;
      extra += decided && !labelled.negative() ? 1 : 0;
      missed += !decided && labelled.negative() ? 1 : 0;
      if (decided != labelled.negative()) {
        wrong.add(labelled.sentence());
      }
    }
    double f1 = 2.0 * hits / (2.0 * hits + extra + missed);
    System.out.printf(
        "%s: negative decision F1 %.3f (%d right, %d extra, %d missed)%n", set, f1, hits, extra,
        missed);
    assertThat(f1).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"labelled.tsv", "held-out.tsv"})
  void theBoundaryValuesAreExactlyTheLabelledOnes(String set) {
    var sentences = sentences(set);
    var wrong = new ArrayList<String>();
    for (var labelled : sentences) {
      var found = String.join("; ", bounds(cases(labelled)));
      if (!found.equals(labelled.bounds())) {
        wrong.add(labelled.sentence() + "\n  wanted " + labelled.bounds() + "\n  found  " + found);
      }
    }
    double exact = 1.0 - (double) wrong.size() / sentences.size();
    long bounded = sentences.stream().filter(s -> !s.bounds().isEmpty()).count();
    System.out.printf(
        "%s: boundary values exact %.3f of %d, %d of them with bounds%n", set, exact,
        sentences.size(), bounded);
    assertThat(wrong).hasSizeLessThanOrEqualTo((int) (bounded / 20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"labelled.tsv", "held-out.tsv"})
  @Tag("MW-CASE-001")
  void everyNumberOfACaseIsInTheTextOrAStepBesideOneThatIs(String set) {
    for (var labelled : sentences(set)) {
      assertThat(cases(labelled)).allSatisfy(c -> assertThat(Numbers.invented(c,
          labelled.sentence())).as(c.toString()).isEmpty());
    }
  }

  /// The values of each bound with the side they are on, as the cases say them. Those of a close range stand together.
  private static List<String> bounds(List<TestCase> cases) {
    var bounds = new ArrayList<String>();
    var open = new ArrayList<TestCase>();
    for (var testCase : cases) {
      if (List.of("time", "measure").contains(testCase.ruleId())) {
        close(open, bounds);
        bounds.add(measured(testCase));
      } else if (testCase.ruleId().equals("bound")) {
        open.add(testCase);
      }
    }
    close(open, bounds);
    return bounds;
  }

  private static void close(List<TestCase> open, List<String> bounds) {
    while (!open.isEmpty()) {
      var quote = open.getFirst().sourceQuote();
      var own = open.stream().takeWhile(c -> c.sourceQuote().equals(quote)).toList();
      var next = List.copyOf(own.size() % 3 == 0 ? own.subList(0, 3) : own);
      bounds.add(tried(next));
      open.subList(0, next.size()).clear();
    }
  }

  private static String measured(TestCase testCase) {
    var data = testCase.testData();
    return value(data.get(1).value(), data.get(1).name().equals("inside"), "")
        + value(data.get(0).value(), data.get(0).name().equals("limit"), "")
        + value(data.get(2).value(), data.get(2).name().equals("inside"), data.get(2).unit());
  }

  private static String tried(List<TestCase> cases) {
    var text = new StringBuilder();
    for (var testCase : cases) {
      var datum = testCase.testData().getFirst();
      text.append(value(datum.value(), testCase.title().contains(" is inside "),
          testCase.equals(cases.getLast()) ? datum.unit() : ""));
    }
    return text.toString();
  }

  private static String value(String value, boolean inside,
      @org.jspecify.annotations.Nullable String unit) {
    var sided = value + (inside ? "+" : "-");
    return unit == null ? sided : unit.isEmpty() ? sided + " " : sided + " " + unit;
  }

  private static List<TestCase> cases(Labelled labelled) {
    return TestDesign.casesFor(requirement(labelled.sentence()));
  }

  static Requirement requirement(String sentence) {
    var passage = Passage.paragraph("A-1: " + sentence, Source.line("a.txt", 1, null));
    return Extraction.of(List.of(passage)).requirements().getFirst();
  }

  private static List<Labelled> sentences(String set) {
    return read(set).lines().filter(l -> !l.startsWith("#") && !l.isBlank()).map(Labelled::of)
        .toList();
  }

  private static String read(String set) {
    try (var in = LabelledSentencesTest.class.getResourceAsStream(set)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
