package dev.meanwhile.trace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A requirements traceability matrix: what a set of documents requires, how it hangs together, and what to look at.
/// This is the schema of the stored matrix too.
///
/// @param schema the name and version of this structure
/// @param requirements in the order of the documents; the same ID twice only if the documents say different things
/// @param candidates sentences that sound like requirements and don't bind
/// @param notes what a reader has to know about how the matrix came about
public record Rtm(String schema, List<Requirement> requirements, List<Requirement> candidates,
    List<Link> links,
    List<Finding> findings, List<String> notes) {

  /// The version of this structure.
  public static final String SCHEMA = "meanwhile.rtm/1";

  public Rtm {
    if (!schema.equals(SCHEMA)) {
      throw new IllegalArgumentException("schema is '" + schema + "', not '" + SCHEMA + "'");
    }
    requirements = List.copyOf(requirements);
    candidates = List.copyOf(candidates);
    links = List.copyOf(links);
    findings = List.copyOf(findings);
    notes = List.copyOf(notes);
  }

  /// A matrix of the current structure, with its findings.
  public static Rtm of(List<Requirement> requirements, List<Requirement> candidates,
      List<Link> links) {
    return new Rtm(SCHEMA, requirements, candidates, links, Quality.findings(requirements),
        List.of());
  }

  /// The same matrix with notes.
  public Rtm withNotes(List<String> more) {
    return new Rtm(schema, requirements, candidates, links, findings, more);
  }

  /// The requirements' IDs, each once, in order.
  public Set<String> ids() {
    return requirements.stream().map(Requirement::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// What the links of a type point at from a requirement.
  public List<String> targets(String requirementId, Link.Type type) {
    return links.stream().filter(l -> l.type() == type && l.requirementId().equals(requirementId))
        .map(Link::target)
        .toList();
  }
}
