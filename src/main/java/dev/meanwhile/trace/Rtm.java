package dev.meanwhile.trace;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A requirements traceability matrix: what a set of documents requires, how it hangs together, and what to look at.
/// This is the schema of the stored matrix too; matrices of earlier schemas are read as the current one.
///
/// @param schema the name and version of this structure
/// @param requirements in the order of the documents; the same ID twice only if the documents say different things
/// @param candidates sentences that sound like requirements and don't bind
/// @param unknown links of tests to requirements that no document has
/// @param sources the documents that it was made from, in their order; empty in matrices of earlier versions
/// @param changes since the project's earlier matrix of the same name; null if there is none or nothing changed
/// @param notes what a reader has to know about how the matrix came about
public record Rtm(String schema, List<Requirement> requirements, List<Requirement> candidates,
    List<Link> links, List<Link> unknown, List<Finding> findings, List<SourceFile> sources,
    @Nullable Changes changes, List<String> notes) {

  /// A document that a matrix was made from.
  ///
  /// @param file its name, as the requirements' sources have it
  /// @param sha256 of its bytes, lower-case hex
  public record SourceFile(String file, String sha256) {}

  /// The version of this structure.
  public static final String SCHEMA = "meanwhile.rtm/2";
  private static final String FIRST_SCHEMA = "meanwhile.rtm/1";

  public Rtm {
    if (!schema.equals(SCHEMA) && !schema.equals(FIRST_SCHEMA)) {
      throw new IllegalArgumentException("schema is '" + schema + "', not '" + SCHEMA + "'");
    }
    schema = SCHEMA;
    requirements = List.copyOf(requirements);
    candidates = List.copyOf(candidates);
    links = List.copyOf(links);
    unknown = unknown == null ? List.of() : List.copyOf(unknown);
    findings = List.copyOf(findings);
    sources = sources == null ? List.of() : List.copyOf(sources);
    notes = List.copyOf(notes);
  }

  /// A matrix of the current structure.
  ///
  /// @param links whatever documents state; those of tests to requirements that aren't there become `unknown`
  public static Rtm of(List<Requirement> requirements, List<Requirement> candidates,
      List<Link> links, List<Finding> findings) {
    var ids = Stream.concat(requirements.stream(), candidates.stream()).map(Requirement::id)
        .collect(Collectors.toSet());
    var known = links.stream().collect(Collectors.partitioningBy(
        l -> l.type() == Link.Type.PARENT || ids.contains(l.requirementId())));
    return new Rtm(SCHEMA, requirements, candidates, known.getOrDefault(true, List.of()),
        known.getOrDefault(false, List.of()), findings, List.of(), null, List.of());
  }

  /// The same matrix with notes behind those that it has.
  public Rtm withNotes(List<String> more) {
    var all = Stream.concat(notes.stream(), more.stream()).toList();
    return new Rtm(schema, requirements, candidates, links, unknown, findings, sources, changes,
        all);
  }

  /// The same matrix with what it was made from.
  public Rtm madeFrom(List<SourceFile> files) {
    return new Rtm(schema, requirements, candidates, links, unknown, findings, files, changes,
        notes);
  }

  /// The same matrix as it follows an earlier one.
  public Rtm following(@Nullable Changes since, List<Link> judged) {
    return new Rtm(schema, requirements, candidates, judged, unknown, findings, sources, since,
        notes);
  }

  /// The requirements' IDs, each once, in order.
  public Set<String> ids() {
    return requirements.stream().map(Requirement::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Whether everything that another matrix states is stated here too: each of its requirements by ID, and each link.
  public boolean holds(Rtm other) {
    return ids().containsAll(other.ids()) && ends().containsAll(other.ends());
  }

  private Set<Link> ends() {
    return links.stream().map(l -> new Link(l.requirementId(), l.type(), l.target()))
        .collect(Collectors.toSet());
  }

  /// What the links of a type point at from a requirement.
  public List<String> targets(String requirementId, Link.Type type) {
    return links.stream().filter(l -> l.type() == type && l.requirementId().equals(requirementId))
        .map(Link::target)
        .toList();
  }

  /// The links of a type by the requirement that they start at, in order.
  public Map<String, List<Link>> forward(Link.Type type) {
    return links.stream().filter(l -> l.type() == type)
        .collect(
            Collectors.groupingBy(Link::requirementId, LinkedHashMap::new, Collectors.toList()));
  }

  /// The links of a type by what they point at, in order: a test with its requirements, or a parent with its children.
  /// Links to requirements that no document has are in it.
  public Map<String, List<Link>> backward(Link.Type type) {
    return Stream.concat(links.stream(), unknown.stream()).filter(l -> l.type() == type)
        .collect(Collectors.groupingBy(Link::target, LinkedHashMap::new, Collectors.toList()));
  }

  /// Where each requirement stands by its links to tests, by ID in order.
  public Map<String, Standing> standings() {
    var tests = forward(Link.Type.TEST);
    var standings = new LinkedHashMap<String, Standing>();
    requirements.forEach(
        r -> standings.putIfAbsent(r.id(), Standing.of(r, tests.getOrDefault(r.id(), List.of()))));
    return standings;
  }

  /// IDs that tests name and no document has, sorted.
  public Set<String> unknownIds() {
    return unknown.stream().map(Link::requirementId).collect(Collectors.toCollection(TreeSet::new));
  }
}
