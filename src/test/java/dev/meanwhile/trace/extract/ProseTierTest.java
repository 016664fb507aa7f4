package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Prose without IDs, against sentences of our own that were labelled by hand.
class ProseTierTest {
  private record Labelled(String kind, String heading, boolean isRequirement, String sentence) {}

  private record Figures(double precision, double recall) {}

  @Test
  void whatIsTakenForARequirementNearlyAlwaysIsOne() {
    var figures = figures(sure(matrix()));

    assertThat(figures.precision()).as(figures.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(figures.recall()).as(figures.toString()).isGreaterThanOrEqualTo(0.58);
  }

  @Test
  void candidatesMissLittleAndAreMostlyRight() {
    var rtm = matrix();
    var all = sure(rtm);
    all.addAll(texts(rtm.candidates()));
    var figures = figures(all);

    assertThat(figures.recall()).as(figures + missed(all)).isGreaterThanOrEqualTo(0.80);
    assertThat(figures.precision()).as(figures + wrong(all)).isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void guidanceOnWritingConfirmsNothing() {
    var guidance = labelled().stream().filter(l -> l.kind().equals("guidance")).toList();
    var underNoHeading = guidance.stream()
        .map(l -> Passage.paragraph(l.sentence(), Source.line("guide.txt", 1, null))).toList();

    assertThat(Extraction.of(passages(guidance)).requirements()).isEmpty();
    assertThat(Extraction.of(underNoHeading).requirements()).isEmpty();
  }

  @Test
  void theSetIsLargeAndOfManyKinds() {
    assertThat(labelled()).hasSizeGreaterThanOrEqualTo(300);
    assertThat(labelled().stream().map(Labelled::kind).distinct()).contains("srs", "story",
        "minutes", "guidance", "glossary", "rationale");
    assertThat(labelled().stream().map(Labelled::sentence)).doesNotHaveDuplicates();
  }

  private static Rtm matrix() {
    return Extraction.of(passages(labelled()));
  }

  private static Set<String> sure(Rtm rtm) {
    return new HashSet<>(texts(rtm.requirements()));
  }

  private static List<String> texts(List<Requirement> requirements) {
    return requirements.stream().map(Requirement::text).toList();
  }

  /// One document for each kind, as such sentences come.
  private static List<Passage> passages(List<Labelled> all) {
    var passages = new ArrayList<Passage>();
    var heading = "";
    int line = 0;
    for (var one : all) {
      var file = one.kind() + ".txt";
      if (!heading.equals(one.kind() + one.heading())) {
        passages.add(Passage.heading(one.heading(), 1, Source.line(file, ++line, null)));
        heading = one.kind() + one.heading();
      }
      passages.add(Passage.paragraph(one.sentence(), Source.line(file, ++line, one.heading())));
    }
    return passages;
  }

  private static Figures figures(Set<String> taken) {
    var right = truth();
    long hits = taken.stream().filter(right::contains).count();
    return new Figures((double) hits / taken.size(), (double) hits / right.size());
  }

  private static Set<String> truth() {
    return labelled().stream().filter(Labelled::isRequirement).map(Labelled::sentence)
        .collect(Collectors.toSet());
  }

  private static String missed(Set<String> taken) {
    return truth().stream().filter(t -> !taken.contains(t)).sorted()
        .collect(Collectors.joining("\n", "\nmissed:\n", ""));
  }

  private static String wrong(Set<String> taken) {
    var right = truth();
    return taken.stream().filter(t -> !right.contains(t)).sorted()
        .collect(Collectors.joining("\n", "\nwrong:\n", ""));
  }

  private static List<Labelled> labelled() {
    try (var in = ProseTierTest.class.getResourceAsStream("/prose/labelled.tsv")) {
      return new String(in == null ? new byte[0] : in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.startsWith("#") && !l.isBlank()).map(l -> l.split("\t", -1))
          .map(f -> new Labelled(f[0], f[1], f[2].equals("yes"), f[3])).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
