package dev.meanwhile.document.result;

import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.result.ResultFile.Counter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads an LCOV trace file. The same line in several records is one line, reached if one of them reached it.
final class Lcov {
  private static final Pattern BEGINNING = Pattern.compile("^(?:TN:[^\\n]*\\R+)?SF:");
  private static final Pattern RECORD = Pattern.compile("^(DA|BRDA):(\\d{1,9}),(.{1,60})$");
  private static final int TICK_EVERY_LINES = 10_000;
  private static final int MOST_LINES = 5_000_000;

  private final Map<String, Boolean> lines = new HashMap<>();
  private final Map<String, Boolean> branches = new HashMap<>();
  private String file = "";

  private Lcov() {}

  static boolean isLcov(String head) {
    return BEGINNING.matcher(head).find();
  }

  static ResultFile read(String text, Runnable tick) {
    var lcov = new Lcov();
    int number = 0;
    for (var line : (Iterable<String>) text.lines()::iterator) {
      if (++number % TICK_EVERY_LINES == 0) {
        tick.run();
      }
      lcov.line(line.strip());
      if (lcov.lines.size() + lcov.branches.size() > MOST_LINES) {
        return new ResultFile.Broken("LCOV", "more than %,d lines".formatted(MOST_LINES));
      }
    }
    return lcov.totals();
  }

  private void line(String line) {
    if (line.startsWith("SF:")) {
      file = line.substring(3);
      return;
    }
    var record = RECORD.matcher(line);
    if (!record.matches()) {
      return;
    }
    var place = file + ":" + record.group(2);
    if (record.group(1).equals("DA")) {
      var hits = record.group(3).replaceFirst(",.*", "");
      lines.merge(place, isReached(hits), Boolean::logicalOr);
    } else {
      int comma = record.group(3).lastIndexOf(',');
      branches.merge(place + ":" + record.group(3).substring(0, Math.max(comma, 0)),
          isReached(record.group(3).substring(comma + 1)), Boolean::logicalOr);
    }
  }

  private static boolean isReached(String hits) {
    return hits.chars().anyMatch(c -> c >= '1' && c <= '9') && !hits.startsWith("-");
  }

  private ResultFile totals() {
    if (lines.isEmpty()) {
      return new ResultFile.Broken("LCOV", "no lines (DA) are counted");
    }
    List<Counter> counters = new ArrayList<>();
    counters.add(counter("lines", lines));
    if (!branches.isEmpty()) {
      counters.add(counter("branches", branches));
    }
    return new ResultFile.Code("LCOV", counters);
  }

  private static Counter counter(String kind, Map<String, Boolean> reached) {
    return new Counter(kind, reached.values().stream().filter(r -> r).count(), reached.size());
  }
}
