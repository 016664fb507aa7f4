package dev.meanwhile.generator.coverage;

import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.coverage.Coverage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Draws the report's pictures as SVG that stands in the page itself. Each says in words what it shows.
final class Charts {
  private static final int WIDTH = 720;
  private static final int BAR = 30;
  private static final int TREND_HEIGHT = 160;
  private static final Map<String, String> FILLS = fills();

  private Charts() {}

  private static Map<String, String> fills() {
    var fills = new LinkedHashMap<String, String>();
    fills.put("passed", "#1a7f37");
    fills.put("partial", "#8a6d00");
    fills.put("planned", "#0969da");
    fills.put("notrun", "#57606a");
    fills.put("suspect", "#8250df");
    fills.put("failed", "#b42318");
    fills.put("uncovered", "#d0d7de");
    return fills;
  }

  /// A bar of the counted requirements by standing, and its legend.
  static String standings(Coverage coverage) {
    var counts = counts(coverage);
    int all = coverage.figure("requirements").count();
    var words = counts.entrySet().stream().filter(c -> c.getValue() > 0)
        .map(c -> c.getKey() + " " + c.getValue()).collect(Collectors.joining(", "));
    var parts = new StringBuilder();
    long before = 0;
    for (var count : counts.entrySet()) {
      long start = WIDTH * before / Math.max(all, 1);
      before += count.getValue();
      long end = WIDTH * before / Math.max(all, 1);
      if (end > start) {
        parts.append("<rect x=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>".formatted(start,
            end - start, BAR, FILLS.get(count.getKey())));
      }
    }
    return """
      <figure>
      <svg viewBox="0 0 %d %d" role="img" aria-label="%s by standing: %s"><rect \
      width="%d" height="%d" fill="#f2f4f7"/>%s</svg>
      <figcaption>%s</figcaption>
      </figure>
      """.formatted(WIDTH, BAR, Words.counted(all, "requirement"), words, WIDTH, BAR, parts,
        legend(counts));
  }

  private static Map<String, Integer> counts(Coverage coverage) {
    var counts = new LinkedHashMap<String, Integer>();
    FILLS.keySet().forEach(s -> counts.put(s, 0));
    coverage.rows().forEach(r -> counts.computeIfPresent(r.standing(), (s, n) -> n + 1));
    return counts;
  }

  private static String legend(Map<String, Integer> counts) {
    return counts.entrySet().stream().filter(c -> c.getValue() > 0)
        .map(c -> "<span class=\"key\"><svg width=\"12\" height=\"12\" aria-hidden=\"true\"><rect "
            + "width=\"12\" height=\"12\" fill=\"" + FILLS.get(c.getKey()) + "\"/></svg> "
            + c.getKey() + " " + c.getValue() + "</span>")
        .collect(Collectors.joining(" "));
  }

  /// Lines of what was covered, passed and failed in each report; empty before there are two.
  static String trend(Coverage coverage) {
    var points = coverage.trend();
    if (points.size() < 2) {
      return "";
    }
    int most = points.stream().mapToInt(p -> p.figures().getOrDefault("requirements", 0)).max()
        .orElse(1);
    var lines = new StringBuilder();
    for (var line : Map.of("covered", "#0969da", "passed", "#1a7f37", "failed", "#b42318")
        .entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
      lines.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"%s\" points=\"%s\"/>"
          .formatted(line.getValue(), points(points, line.getKey(), Math.max(most, 1))));
    }
    return """
      <figure>
      <svg viewBox="0 -4 %d %d" role="img" aria-label="Covered (blue), passed (green) and failed \
      (red) requirements over %s; the table below has the numbers">%s</svg>
      <figcaption>Blue: covered. Green: passed. Red: failed. The height is %s.</figcaption>
      </figure>
      """
        .formatted(WIDTH, TREND_HEIGHT + 8, Words.counted(points.size(), "report"), lines,
            Words.counted(most, "requirement"));
  }

  private static String points(List<Coverage.Point> points, String figure, int most) {
    var places = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      int value = points.get(i).figures().getOrDefault(figure, 0);
      places.append(i == 0 ? "" : " ").append(WIDTH * i / (points.size() - 1)).append(',')
          .append(TREND_HEIGHT - (long) TREND_HEIGHT * value / most);
    }
    return places.toString();
  }
}
