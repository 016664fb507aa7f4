package dev.meanwhile.trace.extract.harvest;

import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A requirement as a reader found it: before IDs are given, repetitions joined and parents known.
///
/// @param beside what its document says beside the statement, by kind
/// @param parents references to what it refines, as written
/// @param quoted whether its document only repeats the requirement of another one, as test documents do
public record Draft(@Nullable String id, @Nullable String title, String text, Tier tier,
    Source source,
    Map<Beside, String> beside, List<String> parents, boolean quoted) {

  /// A line from which on a text says why.
  private static final Pattern REASON = Pattern.compile(
      "(?m)^(?:[*_]{1,2}(?:Rationale|Justification):?[*_]{1,2}:?|\\.\\. rubric:: (?:Rationale|Justification)|(?:Rationale|Justification):)[ \\t]*(?=\\S|\\n)");

  /// What can stand beside a statement.
  public enum Beside {
    STATUS, METHOD, PRIORITY, RATIONALE, KIND
  }

  /// One with nothing beside its statement.
  public static Draft of(@Nullable String id, @Nullable String title, String text, Tier tier,
      Source source) {
    return new Draft(id, title, text, tier, source, Map.of(), List.of(), false);
  }

  /// What stands beside the statement; null for nothing.
  @Nullable
  public String beside(Beside what) {
    return beside.get(what);
  }

  /// With another text.
  public Draft withText(String longer) {
    return new Draft(id, title, longer, tier, source, beside, parents, quoted);
  }

  /// The same statement under the ID that stands behind it.
  public Draft withId(@Nullable String own) {
    return new Draft(own, title, text, Tier.REQUIREMENT, source, beside, parents, quoted);
  }

  /// In another tier.
  public Draft withTier(Tier other) {
    return new Draft(id, title, text, other, source, beside, parents, quoted);
  }

  /// With these beside it, in the place of what was known of them.
  public Draft beside(Map<Beside, String> more) {
    return new Draft(id, title, text, tier, source, Map.copyOf(more), parents, quoted);
  }

  /// With one thing more beside it, unless that is known.
  public Draft with(Beside what, String text) {
    var more = new LinkedHashMap<>(beside);
    more.putIfAbsent(what, text);
    return beside(more);
  }

  /// Refining these and no others.
  public Draft under(List<String> references) {
    return new Draft(id, title, text, tier, source, beside, List.copyOf(references), quoted);
  }

  /// With one reason more.
  public Draft because(String reason) {
    var more = new LinkedHashMap<>(beside);
    more.merge(Beside.RATIONALE, reason, (one, other) -> one + "\n" + other);
    return beside(more);
  }

  /// With what its text says from a line of a reason on as that reason.
  public Draft reasoned() {
    var reason = REASON.matcher(text);
    return reason.find() && reason.start() > 0
        ? withText(text.substring(0, reason.start()).strip())
            .because(text.substring(reason.end()).strip())
        : this;
  }

  /// With references to what it refines, beside those that it has.
  public Draft alsoUnder(String references) {
    var all = new ArrayList<>(parents);
    all.add(references);
    return under(all);
  }

  /// As one that its document only repeats.
  public Draft repeated() {
    return new Draft(id, title, text, tier, source, beside, parents, true);
  }

  /// With what another statement of the same has beside it and this one hasn't.
  public Draft with(Draft again) {
    var all = new LinkedHashMap<>(again.beside);
    all.putAll(beside);
    var references = new LinkedHashSet<>(parents);
    references.addAll(again.parents);
    return new Draft(id, title, text, tier, source, Map.copyOf(all), List.copyOf(references),
        quoted);
  }
}
