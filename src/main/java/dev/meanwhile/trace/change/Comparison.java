package dev.meanwhile.trace.change;

import dev.meanwhile.trace.Changes;
import dev.meanwhile.trace.Changes.Change;
import dev.meanwhile.trace.Changes.Renamed;
import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares a matrix with its earlier version: what changed, and which links have to be looked at again.
public final class Comparison {
  private final Rtm earlier;
  private final Rtm now;
  private final Map<String, Requirement> before;
  private final Map<String, Requirement> after;
  private final Map<String, String> namedBefore;
  private final List<Renamed> renamed;

  private Comparison(Rtm earlier, Rtm now, Runnable tick) {
    this.earlier = earlier;
    this.now = now;
    this.before = byId(earlier);
    this.after = byId(now);
    this.renamed = Renames.of(without(before, after), without(after, before), tick);
    this.namedBefore = renamed.stream().collect(Collectors.toMap(Renamed::after, Renamed::before));
  }

  /// The matrix with its changes and suspect links; the same matrix if nothing changed.
  public static Rtm follow(Rtm earlier, Rtm now) {
    return follow(earlier, now, () -> {});
  }

  /// The matrix with its changes and suspect links; the same matrix if nothing changed.
  ///
  /// @param tick is called again and again; what it throws flies on
  public static Rtm follow(Rtm earlier, Rtm now, Runnable tick) {
    var comparison = new Comparison(earlier, now, tick);
    var changes = comparison.changes();
    return now.following(changes.isNone() ? null : changes, comparison.links());
  }

  private Changes changes() {
    return new Changes(fingerprint(earlier), ids(without(after, before), r -> !isRenamed(r.id())),
        ids(without(before, after),
            r -> renamed.stream().noneMatch(n -> n.before().equals(r.id()))),
        changed(Requirement::text, Requirement::textHash),
        changed(Comparison::method, Comparison::method),
        changed(r -> r.status().toString(), r -> r.status().toString()), renamed);
  }

  private boolean isRenamed(String id) {
    return namedBefore.containsKey(id);
  }

  private static List<String> ids(Map<String, Requirement> some,
      Predicate<Requirement> which) {
    return some.values().stream().filter(which).map(Requirement::id).toList();
  }

  private List<Change> changed(Function<Requirement, String> shown,
      Function<Requirement, String> compared) {
    var changed = new ArrayList<Change>();
    after.forEach((id, requirement) -> {
      var old = before.get(namedBefore.getOrDefault(id, id));
      if (old != null && !compared.apply(old).equals(compared.apply(requirement))) {
        changed.add(new Change(id, shown.apply(old), shown.apply(requirement)));
      }
    });
    return changed;
  }

  private static String method(Requirement requirement) {
    var verification = requirement.verification();
    return verification == null ? "" : Words.oneLine(verification.original());
  }

  /// A link to a test is suspect from the version on in which its requirement is reworded, until the document shows
  /// that the test ran again: with another result, or on another build.
  private List<Link> links() {
    var old = earlier.links().stream()
        .collect(Collectors.toMap(Comparison::key, l -> l, (a, b) -> a));
    return now.links().stream().map(link -> judged(link, old.get(keyBefore(link)))).toList();
  }

  private Link judged(Link link, @Nullable Link known) {
    if (known == null || link.type() != Link.Type.TEST) {
      return link;
    }
    if (!Objects.equals(known.result(), link.result())) {
      return link.trusted();
    }
    return known.suspect() || isReworded(link.requirementId()) ? link.suspected() : link;
  }

  private boolean isReworded(String id) {
    var requirement = after.get(id);
    var old = before.get(namedBefore.getOrDefault(id, id));
    return requirement != null && old != null && !requirement.textHash().equals(old.textHash());
  }

  private static String key(Link link) {
    return link.requirementId() + "\0" + link.type() + "\0" + link.target();
  }

  private String keyBefore(Link link) {
    return namedBefore.getOrDefault(link.requirementId(), link.requirementId()) + "\0" + link.type()
        + "\0" + link.target();
  }

  private static Map<String, Requirement> byId(Rtm rtm) {
    var byId = new LinkedHashMap<String, Requirement>();
    rtm.requirements().forEach(r -> byId.putIfAbsent(r.id(), r));
    return byId;
  }

  private static Map<String, Requirement> without(Map<String, Requirement> some,
      Map<String, Requirement> others) {
    var rest = new LinkedHashMap<>(some);
    rest.keySet().removeAll(others.keySet());
    return rest;
  }

  private static String fingerprint(Rtm rtm) {
    return Words.hash(rtm.requirements().stream().map(r -> r.id() + " " + r.textHash())
        .collect(Collectors.joining("\n")));
  }
}
