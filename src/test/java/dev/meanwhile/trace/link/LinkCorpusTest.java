package dev.meanwhile.trace.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.document.Corpora;
import dev.meanwhile.document.Documents;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.extract.Extraction;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Requirements against their test scenarios, from which IDs and tables of requirements are taken out: how high the
/// right scenarios rank, as the mean average precision.
class LinkCorpusTest {
  private static final Pattern ID = Pattern.compile("\\b[A-Za-z]{2,4}\\d{4}(?:\\.\\d+)*");
  private static final int FIRST_CELL_CHARACTERS = 20;

  private final Map<String, Set<String>> links = new TreeMap<>();
  private final Map<String, String> scenarios = new LinkedHashMap<>();

  @ParameterizedTest
  @CsvSource({"cfs-hk, hk_FunctionalRequirements.csv, 34, 0.95",
      "cfs-fm, fm_FunctionalRequirements.csv, 30, 0.97"})
  void requirementsFindTheirScenariosByWordsAlone(String set, String requirements, int all,
      double expected) throws IOException {
    read(set);
    var stated = stated(set + "/" + requirements);

    double map = meanAveragePrecision(stated);

    System.out.printf("%s: %d requirements, %d scenarios, %d links, MAP %.3f%n", set, stated.size(),
        scenarios.size(), links.values().stream().mapToInt(Set::size).sum(), map);
    assertThat(links.values().stream().mapToInt(Set::size).sum()).isEqualTo(all);
    assertThat(map).isGreaterThanOrEqualTo(expected);
  }

  private static Map<String, Requirement> stated(String file) {
    var stated = new LinkedHashMap<String, Requirement>();
    Extraction.of(Documents.withDefaults().read(file, Corpora.bytes(file)).passages())
        .requirements().forEach(r -> stated.put(r.id(), r));
    return stated;
  }

  private void read(String set) throws IOException {
    try (var files = Files.list(Corpora.file(set + "/scenarios"))) {
      for (var file : files.sorted().toList()) {
        scenario(file.getFileName().toString(), Files.readString(file));
      }
    }
  }

  private void scenario(String name, String text) {
    int start = text.indexOf("Requirements Tested");
    int end = text.indexOf("Commands Tested", start);
    assertThat(start).isPositive();
    assertThat(end).isGreaterThan(start);
    text.substring(start, end).lines().filter(l -> l.startsWith("|")).forEach(l -> {
      var id = ID.matcher(l.substring(0, Math.min(l.length(), FIRST_CELL_CHARACTERS)));
      if (id.find()) {
        links.computeIfAbsent(id.group(), i -> new TreeSet<>()).add(name);
      }
    });
    scenarios.put(name, ID.matcher(text.substring(0, start) + text.substring(end))
        .replaceAll(" "));
  }

  private double meanAveragePrecision(Map<String, Requirement> stated) {
    var texts = new LinkedHashMap<String, String>();
    stated.forEach((id, requirement) -> texts.put(id, requirement.text()));
    var suggestions = new LinkSuggestions(texts, id -> stated.containsKey(id)
        ? stated.get(id).parents()
        : List.of(), scenarios, () -> {});
    return links.keySet().stream().filter(stated::containsKey)
        .mapToDouble(id -> averagePrecision(suggestions.ranked(id).stream()
            .map(LinkSuggestions.Ranked::test).toList(), links.getOrDefault(id, Set.of())))
        .average().orElse(0);
  }

  private static double averagePrecision(List<String> ranked, Set<String> right) {
    double sum = 0;
    int found = 0;
    for (int i = 0; i < ranked.size(); i++) {
      if (right.contains(ranked.get(i))) {
        sum += (double) ++found / (i + 1);
      }
    }
    return sum / right.size();
  }
}
