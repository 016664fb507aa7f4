package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A requirement as a reader found it: before IDs are given, repetitions joined and parents known.
record Draft(@Nullable String id, @Nullable String title, String text, Tier tier, Source source,
    @Nullable String status, @Nullable String method, @Nullable String priority,
    @Nullable String rationale,
    List<String> parents, List<String> tests) {

  static Draft of(@Nullable String id, @Nullable String title, String text, Tier tier,
      Source source) {
    return new Draft(id, title, text, tier, source, null, null, null, null, List.of(), List.of());
  }

  Draft withText(String longer) {
    return new Draft(id, title, longer, tier, source, status, method, priority, rationale, parents,
        tests);
  }
}
