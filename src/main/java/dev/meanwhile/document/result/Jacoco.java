package dev.meanwhile.document.result;

import dev.meanwhile.trace.result.ResultFile;
import dev.meanwhile.trace.result.ResultFile.Counter;
import java.util.ArrayList;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/// Reads the totals of a JaCoCo report: the counters that stand directly in it.
final class Jacoco {
  private static final Map<String, String> KINDS = Map.of("LINE", "lines", "BRANCH", "branches",
      "METHOD", "methods", "INSTRUCTION", "instructions");

  private Jacoco() {}

  static ResultFile read(XmlReport xml) throws XMLStreamException {
    var counters = new ArrayList<Counter>();
    while (xml.enter()) {
      var kind = KINDS.get(xml.text("type"));
      if (xml.depth() == 2 && xml.name().equals("counter") && kind != null) {
        long covered = xml.count("covered");
        counters.add(new Counter(kind, covered, covered + xml.count("missed")));
      }
    }
    return counters.isEmpty()
        ? new ResultFile.Broken("JaCoCo", "no counters for the whole report")
        : new ResultFile.Code("JaCoCo", counters);
  }
}
