package dev.meanwhile.document.result;

import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.result.ResultFile.Counter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/// Reads a Cobertura report: the totals at its root, or else its lines.
final class Cobertura {
  private static final Pattern CONDITIONS = Pattern.compile("\\((\\d{1,9})/(\\d{1,9})\\)");
  private static final int MOST_LINES = 5_000_000;

  private final Map<String, Boolean> lines = new HashMap<>();
  private long branches;
  private long coveredBranches;
  private String file = "";

  private Cobertura() {}

  static ResultFile read(XmlReport xml) throws XMLStreamException {
    var counters = new ArrayList<Counter>();
    total(xml, "lines", counters);
    total(xml, "branches", counters);
    return counters.isEmpty() || counters.getFirst().kind().equals("branches")
        ? new Cobertura().counted(xml)
        : drained(xml, counters);
  }

  private static void total(XmlReport xml, String kind, List<Counter> counters) {
    long total = xml.count(kind + "-valid");
    if (total > 0) {
      counters.add(new Counter(kind, Math.min(total, xml.count(kind + "-covered")), total));
    }
  }

  /// A report that isn't whole isn't trusted.
  private static ResultFile drained(XmlReport xml, List<Counter> counters)
      throws XMLStreamException {
    while (xml.enter()) {
      // only well-formedness counts
    }
    return new ResultFile.Code("Cobertura", counters);
  }

  private ResultFile counted(XmlReport xml) throws XMLStreamException {
    while (xml.enter()) {
      switch (xml.name()) {
        case "class" -> file = xml.text("filename");
        case "line" -> line(xml);
        default -> {
        }
      }
    }
    var counters = new ArrayList<Counter>();
    counters.add(new Counter("lines", lines.values().stream().filter(c -> c).count(),
        lines.size()));
    if (branches > 0) {
      counters.add(new Counter("branches", coveredBranches, branches));
    }
    return new ResultFile.Code("Cobertura", counters);
  }

  /// A line stands in its method and in its class; it counts once.
  private void line(XmlReport xml) throws XMLStreamException {
    var key = file + ":" + xml.count("number");
    var before = lines.put(key, xml.count("hits") > 0 || lines.getOrDefault(key, false));
    if (lines.size() > MOST_LINES) {
      throw new XMLStreamException("more than %,d lines".formatted(MOST_LINES));
    }
    var conditions = CONDITIONS.matcher(xml.text("condition-coverage"));
    if (before == null && conditions.find()) {
      long all = Long.parseLong(conditions.group(2));
      branches += all;
      coveredBranches += Math.min(all, Long.parseLong(conditions.group(1)));
    }
  }
}
