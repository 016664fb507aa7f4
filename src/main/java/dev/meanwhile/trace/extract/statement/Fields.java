package dev.meanwhile.trace.extract.statement;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The labels by which documents say one thing of a requirement, and what each stands for: in a line before a colon, or in
/// a row before what it labels.
public final class Fields {
  private static final int ID_CHARACTERS = 64;
  static final String STATEMENT = "statement";
  static final String ID = "id";
  /// What is no part of a requirement.
  static final String IGNORED = "";
  private static final Pattern LABELLED = Pattern.compile(
      "^[-•\\s]{0,4}[*_`]{0,3}([A-Za-z][A-Za-z /-]{1,40}?)[*_`]{0,3}[ \\t]{0,3}[:：][*_`]{0,3}[ \\t]*(.*)$");
  /// A label of the author's own, set in bold before a few words.
  private static final Pattern OWN = Pattern.compile(
      "^[-•\\s]{0,4}(\\*\\*|__)[A-Za-z][\\w /&-]{1,40}(?:\\1[ \\t]{0,3}[:：]|[:：]\\1)[ \\t]+(.{1,160})$");
  /// A name that stands for a requirement: several words in capitals, joined.
  public static final Pattern NAME = Pattern
      .compile("[A-Z][A-Z0-9]{0,20}(?:[-_][A-Z0-9]{1,20}){1,7}");
  private static final Map<String, String> FIELDS = fields();

  private Fields() {}

  private static Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    name(fields, STATEMENT, "description", "statement", "requirement", "requirement text", "text",
        "requirement statement", "requirement description", "specification", "definition",
        "shall statement", "user story", "story", "details", "desc", "constraint statement", "gist",
        "assertions",
        "requirement definition", "functional requirement");
    name(fields, ID, "id", "identifier", "requirement id", "req id", "requirement number", "uid",
        "requirement no", "unique id", "req no", "number");
    name(fields, "title", "title", "name", "short name", "requirement name", "summary", "tag");
    name(fields, "priority", "priority", "moscow", "importance");
    name(fields, "status", "status", "state");
    name(fields, "verification", "verification", "verification method", "method", "test method",
        "verification type", "method of verification");
    name(fields, "rationale", "rationale", "rational", "justification", "reason", "rat");
    name(fields, "parent", "parent", "parents", "parent requirement", "parent requirements",
        "parent links", "traces to", "traced to", "derived from", "refines", "satisfies",
        "implements", "covers", "traces up", "trace up", "traces from", "traced from",
        "upstream");
    name(fields, "children", "children", "child requirements", "child links");
    name(fields, "tests", "tests", "test case", "test cases", "tested by", "verified by");
    name(fields, IGNORED, "type", "category", "kind", "classification", "requirement type",
        "source",
        "origin", "originator", "owner", "author", "assignee", "stakeholder", "stakeholders",
        "version", "revision", "date", "created", "updated", "story points", "points", "effort",
        "estimate", "size", "complexity", "risk", "sprint", "epic", "release", "milestone", "phase",
        "component", "module", "feature", "actor", "actors", "stability", "difficulty",
        "dependencies", "dependency", "depends on", "related", "related requirements", "conflicts",
        "tags", "labels", "comment", "comments", "note", "notes", "level", "criticality",
        "business value", "needs", "field", "attribute", "property", "dep", "acceptance criteria",
        "fit criterion", "verification criteria", "cross references", "cross-references");
    return Map.copyOf(fields);
  }

  private static void name(Map<String, String> fields, String field, String... labels) {
    Stream.of(labels).forEach(label -> fields.put(label, field));
  }

  /// What a label stands for; null if nobody knows it.
  public static @Nullable String of(String label) {
    return FIELDS.get(label(label));
  }

  /// What the label before a colon stands for; null if a line has none that is known.
  public static @Nullable String ofLine(String line) {
    return FIELDS.get(labelOf(line));
  }

  /// Whether a line has a label that is known.
  static boolean isKnown(String line) {
    return FIELDS.containsKey(labelOf(line));
  }

  /// Whether a line has a label, known or not.
  static boolean isLabelled(String line) {
    return LABELLED.matcher(line).matches();
  }

  /// The label before a colon, as it is compared; no line's label is "\0", which stands for none.
  private static String labelOf(String line) {
    var matcher = LABELLED.matcher(line);
    return matcher.matches() ? label(matcher.group(1)) : "\0";
  }

  /// What a line says behind its label, as it stands; "" if it has none.
  static String behindLabel(String line) {
    var matcher = LABELLED.matcher(line);
    return matcher.matches() ? matcher.group(2) : "";
  }

  /// What a line says behind its label, without markup around it.
  static String valueOf(String line) {
    var labelled = LABELLED.matcher(line);
    return labelled.matches()
        ? labelled.group(2).replaceAll("^[*_`\\s]+|[*_`\\s]+$", "")
        : "";
  }

  /// Whether every line says something in a few words behind a bold label, known or not.
  public static boolean isAttributes(String text) {
    return !Words.binds(text) && text.lines().allMatch(Fields::isOwn);
  }

  /// Whether a line says something in a few words behind a bold label, and demands nothing.
  static boolean isOwn(String line) {
    var own = OWN.matcher(line);
    return own.matches() && !Words.binds(own.group(2));
  }

  /// A row with several labels, each before what it labels, as a row for each; any other row as it is.
  public static List<Passage> apart(Passage row) {
    var cells = row.cells();
    boolean several = cells.size() >= 4 && cells.size() % 2 == 0
        && IntStream.range(0, cells.size() / 2)
            .allMatch(i -> FIELDS.containsKey(label(cells.get(2 * i))));
    return !several
        ? List.of(row)
        : IntStream.range(0, cells.size() / 2)
            .mapToObj(i -> Passage.row(cells.subList(2 * i, 2 * i + 2), row.source())).toList();
  }

  /// Whether a row of two cells is one of a form.
  public static boolean isField(Passage row) {
    return of(row) != null;
  }

  /// Whether a row only says that there is a label in one column and what it labels in the other.
  public static boolean isHeader(Passage row) {
    return IGNORED.equals(of(row)) && id(row) == null;
  }

  /// What the label in the first cell of a row stands for; null if there is none that is known.
  static @Nullable String of(Passage row) {
    var cells = filled(row);
    return cells.isEmpty() || cells.size() > 2 || row.cells().getFirst().isBlank()
        ? null
        : FIELDS.get(label(cells.getFirst()));
  }

  /// The ID in a row of a form; null if it says something else.
  public static @Nullable String id(Passage row) {
    var cells = filled(row);
    if (!ID.equals(of(row)) || cells.size() < 2) {
      return null;
    }
    var ids = Ids.in(cells.getLast());
    var value = cells.getLast();
    if (!ids.isEmpty()) {
      return ids.getFirst().id();
    }
    return value.length() <= ID_CHARACTERS && value.chars().noneMatch(Character::isWhitespace)
        && value.chars().anyMatch(Character::isDigit) ? value : null;
  }

  /// The ID in such a row, which may be a name without a number.
  public static @Nullable String name(Passage row) {
    var cells = filled(row);
    var id = id(row);
    return id == null && ID.equals(of(row)) && cells.size() == 2
        && NAME.matcher(cells.getLast()).matches() ? cells.getLast() : id;
  }

  static List<String> filled(Passage row) {
    return row.cells().stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
  }

  static String label(String text) {
    return Words.lower(text.replaceAll("[*_`:.#()]", " ").strip()).replaceAll("\\s+", " ");
  }
}
