package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.sentence.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Prose without IDs, against sentences of our own that were labelled by hand.
class ProseTierTest {
  private static final String BULLET = "• ";

  private record Labelled(String kind, String heading, boolean isRequirement, boolean isItem,
      String sentence) {
    static Labelled of(String[] fields) {
      boolean item = fields[3].startsWith(BULLET);
      return new Labelled(fields[0], fields[1], fields[2].equals("yes"), item,
          item ? fields[3].substring(BULLET.length()) : fields[3]);
    }
  }

  private record Figures(double precision, double recall) {}

  @ParameterizedTest
  @ValueSource(strings = {"labelled.tsv", "held-out.tsv", "plain.tsv", "held-out-plain.tsv",
      "fresh-plain.tsv", "mixed.tsv"})
  void whatIsTakenForARequirementNearlyAlwaysIsOne(String set) {
    var all = labelled(set);
    var figures = figures(all, sure(matrix(all)));

    System.out.printf("%s, requirements: %s%n", set, figures);
    assertThat(figures.precision()).as(figures.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(figures.recall()).as(figures.toString()).isGreaterThanOrEqualTo(0.58);
  }

  @ParameterizedTest
  @ValueSource(strings = {"labelled.tsv", "held-out.tsv", "plain.tsv", "held-out-plain.tsv",
      "fresh-plain.tsv", "mixed.tsv"})
  void candidatesMissLittleAndAreMostlyRight(String set) {
    var sentences = labelled(set);
    var rtm = matrix(sentences);
    var all = sure(rtm);
    all.addAll(texts(rtm.candidates()));
    var figures = figures(sentences, all);

    System.out.printf("%s, with candidates: %s%n", set, figures);
    assertThat(figures.recall()).as(figures + missed(sentences, all)).isGreaterThanOrEqualTo(0.80);
    assertThat(figures.precision()).as(figures + wrong(sentences, all))
        .isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void inTextThatMostlyTalksLittleIsTakenWrongly() {
    var sentences = labelled("talk.tsv");
    var rtm = matrix(sentences);
    var sure = sure(rtm);
    var figures = figures(sentences, sure);

    assertThat(figures.precision()).as(figures + wrong(sentences, sure))
        .isGreaterThanOrEqualTo(0.90);
    assertThat(figures.recall()).as(figures + missed(sentences, sure)).isGreaterThanOrEqualTo(0.58);
    sure.addAll(texts(rtm.candidates()));
    var all = figures(sentences, sure);
    assertThat(all.precision()).as(all + wrong(sentences, sure)).isGreaterThanOrEqualTo(0.60);
    assertThat(all.recall()).as(all + missed(sentences, sure)).isGreaterThanOrEqualTo(0.80);
  }

  @Test
  void guidanceOnWritingConfirmsNothing() {
    var guidance = labelled("labelled.tsv").stream().filter(l -> l.kind().equals("guidance"))
        .toList();
    var underNoHeading = guidance.stream()
        .map(l -> Passage.paragraph(l.sentence(), Source.line("guide.txt", 1, null))).toList();

    assertThat(Extraction.of(passages(guidance)).requirements()).isEmpty();
    assertThat(Extraction.of(underNoHeading).requirements()).isEmpty();
  }

  @Test
  void theSetIsLargeAndOfManyKinds() {
    var all = new ArrayList<>(labelled("labelled.tsv"));

    assertThat(all).hasSizeGreaterThanOrEqualTo(600);
    assertThat(all.stream().map(Labelled::kind).distinct()).contains("srs", "story",
        "minutes", "guidance", "glossary", "rationale");
    all.addAll(labelled("held-out.tsv"));
    all.addAll(labelled("plain.tsv"));
    all.addAll(labelled("held-out-plain.tsv"));
    all.addAll(labelled("fresh-plain.tsv"));
    all.addAll(labelled("mixed.tsv"));
    all.addAll(labelled("talk.tsv"));
    assertThat(all.stream().map(Labelled::sentence)).doesNotHaveDuplicates();
  }

  private static Rtm matrix(List<Labelled> sentences) {
    return Extraction.of(passages(sentences));
  }

  private static Set<String> sure(Rtm rtm) {
    return new HashSet<>(texts(rtm.requirements()));
  }

  private static List<String> texts(List<Requirement> requirements) {
    return requirements.stream().flatMap(r -> r.text().lines())
        .map(line -> line.replaceFirst("^- ", "")).toList();
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
      var source = Source.line(file, ++line, one.heading());
      passages.add(one.isItem()
          ? Passage.item(one.sentence(), 1, source)
          : Passage.paragraph(one.sentence(), source));
    }
    return passages;
  }

  private static Figures figures(List<Labelled> sentences, Set<String> taken) {
    var right = truth(sentences);
    long hits = taken.stream().filter(right::contains).count();
    return new Figures((double) hits / taken.size(), (double) hits / right.size());
  }

  private static Set<String> truth(List<Labelled> sentences) {
    return sentences.stream().filter(Labelled::isRequirement)
        .map(l -> Wording.unmarked(l.sentence())).collect(Collectors.toSet());
  }

  private static String missed(List<Labelled> sentences, Set<String> taken) {
    return truth(sentences).stream().filter(t -> !taken.contains(t)).sorted()
        .collect(Collectors.joining("\n", "\nmissed:\n", ""));
  }

  private static String wrong(List<Labelled> sentences, Set<String> taken) {
    var right = truth(sentences);
    return taken.stream().filter(t -> !right.contains(t)).sorted()
        .collect(Collectors.joining("\n", "\nwrong:\n", ""));
  }

  private static List<Labelled> labelled(String set) {
    try (var in = ProseTierTest.class.getResourceAsStream("/prose/" + set)) {
      return new String(in == null ? new byte[0] : in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.startsWith("#") && !l.isBlank()).map(l -> l.split("\t", -1))
          .map(Labelled::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
