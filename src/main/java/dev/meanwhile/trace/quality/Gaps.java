package dev.meanwhile.trace.quality;

import dev.meanwhile.trace.Finding;
import dev.meanwhile.trace.Finding.Severity;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.IdOrigin;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Looks for numbers that are left out in a run of IDs: somebody may have lost a requirement.
final class Gaps {
  private static final int WIDEST = 3;
  private static final int FEWEST = 3;
  private static final Pattern NUMBERED = Pattern.compile("(.{0,60}?)(\\d{1,9})");

  private Gaps() {}

  static void findings(List<Requirement> requirements, List<Finding> findings) {
    var runs = new TreeMap<String, TreeMap<Integer, Requirement>>();
    for (var requirement : requirements) {
      var numbered = NUMBERED.matcher(requirement.id());
      if (requirement.idOrigin() == IdOrigin.EXPLICIT && numbered.matches()) {
        runs.computeIfAbsent(numbered.group(1), stem -> new TreeMap<>())
            .putIfAbsent(Integer.parseInt(numbered.group(2)), requirement);
      }
    }
    runs.values().forEach(run -> run(run, findings));
  }

  private static void run(NavigableMap<Integer, Requirement> run, List<Finding> findings) {
    if (run.size() < FEWEST || !isCounted(run)) {
      return;
    }
    for (Map.Entry<Integer, Requirement> entry : run.entrySet()) {
      var next = run.higherEntry(entry.getKey());
      if (next == null) {
        continue;
      }
      int missing = next.getKey() - entry.getKey() - 1;
      if (missing > 0 && missing <= WIDEST) {
        var after = entry.getValue();
        findings.add(Quality.finding(after, "id-gap", Severity.WARNING, after.id(),
            "the next ID of the run is " + next.getValue().id() + ": "
                + missing + (missing == 1 ? " number is" : " numbers are") + " left out",
            "say that the number was deleted, or look for what is lost"));
      }
    }
  }

  /// A run that goes up by one more often than not; numbers in steps of ten leave room on purpose.
  private static boolean isCounted(NavigableMap<Integer, Requirement> run) {
    long byOne = run.keySet().stream().filter(n -> run.containsKey(n + 1)).count();
    return 2 * byOne >= run.size() - 1;
  }
}
