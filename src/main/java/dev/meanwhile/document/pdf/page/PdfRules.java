package dev.meanwhile.document.pdf.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Joins the pieces that a line is drawn of, cell by cell.
public final class PdfRules {
  private static final int MOST = 3_000;
  private static final float SAME = 1.2f;

  private PdfRules() {}

  /// Fewer, longer rules. A page with thousands of them is a picture, not a table, and has none.
  public static List<PdfRule> joined(List<PdfRule> rules) {
    var sorted = new ArrayList<>(rules);
    sorted.sort(Comparator.comparing(PdfRule::upright).thenComparingDouble(r -> Math.round(r.at()))
        .thenComparingDouble(PdfRule::from).thenComparingDouble(PdfRule::to));
    var joined = new ArrayList<PdfRule>();
    for (var rule : sorted) {
      var last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && last.upright() == rule.upright()
          && Math.abs(last.at() - rule.at()) <= SAME
          && rule.from() <= last.to() + PdfRule.NEAR) {
        joined.set(joined.size() - 1, new PdfRule(last.upright(), last.at(), last.from(),
            Math.max(last.to(), rule.to())));
      } else {
        joined.add(rule);
      }
    }
    return joined.size() > MOST ? List.of() : joined;
  }
}
