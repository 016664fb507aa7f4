package dev.meanwhile.trace.extract.statement;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What labels say of one requirement, passage by passage, until something else follows. A user story in its three parts
/// is a statement too, and so is the first text without a label.
public final class Form {
  private static final int ID_CHARACTERS = 64;
  private static final String STATEMENT = "statement";
  private static final String ID = "id";
  private static final String IGNORED = "";
  private static final Pattern LABELLED = Pattern.compile(
      "^[-•\\s]{0,4}[*_`]{0,3}([A-Za-z][A-Za-z /-]{1,40}?)[*_`]{0,3}[ \\t]{0,3}[:：][*_`]{0,3}[ \\t]*(.*)$");
  /// A label of the author's own, set in bold before a few words.
  private static final Pattern OWN = Pattern.compile(
      "^[-•\\s]{0,4}(\\*\\*|__)[A-Za-z][\\w /&-]{1,40}(?:\\1[ \\t]{0,3}[:：]|[:：]\\1)[ \\t]+(.{1,160})$");
  private static final Pattern STORY = Pattern.compile(
      "^[-•\\s]{0,4}[*_]{0,3}(As (?:an?|the)|I want(?: to)?|I need(?: to)?|I can|So that|In order to)\\b[*_]{0,3}[ \\t]{0,2}:?[*_]{0,3}[ \\t]*(.*)$",
      Pattern.CASE_INSENSITIVE);
  /// A name that stands for a requirement: several words in capitals, joined.
  public static final Pattern NAME = Pattern
      .compile("[A-Z][A-Z0-9]{0,20}(?:[-_][A-Z0-9]{1,20}){1,7}");
  private static final Set<String> LINKS = Set.of("parent", "children");
  private static final Pattern MARKUP = Pattern.compile(
      "^\\s{0,8}[-*•]\\s{1,4}|:[a-z]{2,8}:`[^`]{0,200}`|\\]\\([^()]{0,300}\\)|[`*\\[\\]]");
  private static final Map<String, String> FIELDS = fields();
  /// Headings above the labels of a form.
  private static final Set<String> ATTRIBUTES = Set.of("attributes", "metadata", "properties");
  /// Headings that belong to the form even beside its own heading.
  private static final Set<String> BESIDE = Set.of("assertions", "rationale");

  private final Map<String, StringBuilder> said = new LinkedHashMap<>();
  private final StringBuilder story = new StringBuilder();
  private @Nullable StringBuilder open;
  private final int level;
  private boolean labelled;
  /// Whether there are labels of the author's own.
  private boolean hasOwn;
  /// Whether the label is a heading, so that all text up to the next one is said of it.
  private boolean inSection;
  /// Whether a heading says that only labels follow, whatever they are called.
  private boolean ofAttributes;
  /// What the last label labels, if it stands alone, so that the items below are said of it.
  /// The statement if it ends as one does before a list.
  private @Nullable StringBuilder lead;
  private @Nullable StringBuilder alone;

  /// A form below a heading of this level, or in a table.
  public Form(int level) {
    this.level = level;
  }

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
  public static @Nullable String field(String label) {
    return FIELDS.get(label(label));
  }

  /// What the label before a colon stands for; null if a line has none that is known.
  public static @Nullable String fieldOf(String line) {
    return FIELDS.get(name(line));
  }

  /// Whether every line says something in a few words behind a bold label, known or not.
  public static boolean isAttributes(String text) {
    return !Words.binds(text) && text.lines().allMatch(line -> OWN.matcher(line).matches());
  }

  /// What a line says behind its label.
  static String valueOf(String line) {
    var labelled = LABELLED.matcher(line);
    return labelled.matches()
        ? labelled.group(2).replaceAll("^[*_`\\s]+|[*_`\\s]+$", "")
        : "";
  }

  /// A row with several labels, each before what it labels, as a row for each; any other row as it is.
  public static List<Passage> fields(Passage row) {
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
    return field(row) != null;
  }

  /// Whether a row only says that there is a label in one column and what it labels in the other.
  public static boolean isHeader(Passage row) {
    return IGNORED.equals(field(row)) && id(row) == null;
  }

  private static @Nullable String field(Passage row) {
    var cells = filled(row);
    return cells.isEmpty() || cells.size() > 2 || row.cells().getFirst().isBlank()
        ? null
        : FIELDS.get(label(cells.getFirst()));
  }

  /// The ID in a row of a form; null if it says something else.
  public static @Nullable String id(Passage row) {
    var cells = filled(row);
    if (!ID.equals(field(row)) || cells.size() < 2) {
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
    return id == null && ID.equals(field(row)) && cells.size() == 2
        && NAME.matcher(cells.getLast()).matches() ? cells.getLast() : id;
  }

  private static List<String> filled(Passage row) {
    return row.cells().stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
  }

  private static String label(String text) {
    return Words.lower(text.replaceAll("[*_`:.#()]", " ").strip()).replaceAll("\\s+", " ");
  }

  /// Takes the next passage if it is a part of the form; the first that is none ends it.
  public boolean takes(Passage passage) {
    return switch (passage.kind()) {
      case ROW -> row(passage);
      case PARAGRAPH -> inSection ? said(passage.text()) : text(passage.text());
      case ITEM -> inSection ? said(passage.text()) : item(passage.text());
      case HEADING -> heading(passage);
      case CODE, NEED -> false;
    };
  }

  /// A heading below that of the form can be a label; what only a form has can be one beside it, too.
  private boolean heading(Passage heading) {
    lead = null;
    if (level > 0 && ATTRIBUTES.contains(label(heading.text())) && heading.level() > level
        && isStated()) {
      ofAttributes = true;
      inSection = false;
      return true;
    }
    var field = FIELDS.get(label(heading.text()));
    int least = labelled && BESIDE.contains(label(heading.text())) ? level : level + 1;
    if (field == null || heading.level() < least || level == 0) {
      return false;
    }
    inSection = true;
    put(field, "");
    if (field.equals(STATEMENT) && BESIDE.contains(label(heading.text()))) {
      open = said.get(STATEMENT);
    }
    return true;
  }

  /// Items below a label that stands alone are what it labels.
  private boolean item(String text) {
    var first = text.lines().findFirst().orElse("");
    var leading = lead;
    if (leading != null && !isLabel(first)) {
      leading.append("\n- ").append(text.strip());
      return true;
    }
    var above = alone;
    if (above == null || FIELDS.containsKey(name(first)) || STORY.matcher(first).matches()) {
      return text(text);
    }
    above.append(above.isEmpty() ? "- " : "\n- ").append(text.strip());
    return true;
  }

  private boolean said(String text) {
    if (open != null) {
      open.append(open.isEmpty() ? "" : "\n\n").append(text.strip());
    }
    return true;
  }

  private boolean row(Passage row) {
    var field = field(row);
    if (field == null) {
      return false;
    }
    var cells = filled(row);
    put(field, cells.size() < 2 ? "" : cells.getLast());
    open = null;
    return true;
  }

  private boolean text(String text) {
    lead = null;
    var stated = said.get(STATEMENT);
    boolean taken = read(text);
    var states = said.get(STATEMENT);
    if (taken && stated == null && states != null && states.toString().strip().endsWith(":")) {
      lead = states;
    }
    return taken;
  }

  private boolean read(String text) {
    var lines = text.lines().toList();
    if (alone != null && !text.isBlank() && !isLabel(lines.getFirst()) && isStated()) {
      alone.append(text.strip());
      alone = null;
      return true;
    }
    if (lines.isEmpty() || !begins(lines.getFirst())) {
      return false;
    }
    for (var line : lines.subList(1, lines.size())) {
      if (!labels(line) && !story(line) && open != null) {
        open.append('\n').append(line.strip());
      }
    }
    open = null;
    return true;
  }

  private boolean begins(String line) {
    if (labels(line) || story(line)) {
      return true;
    }
    if (ofAttributes && LABELLED.matcher(line).matches()) {
      open = null;
      return true;
    }
    if (isOwn(line)) {
      hasOwn = true;
      open = null;
      return true;
    }
    if (isStated() || (LABELLED.matcher(line).matches() && !Words.binds(line))) {
      return false;
    }
    open = new StringBuilder(line.strip());
    said.put(STATEMENT, open);
    return true;
  }

  /// Whether a line before the statement of a form below a heading says something beside it by a label that nobody knows.
  private boolean isOwn(String line) {
    var own = OWN.matcher(line);
    return level > 0 && !isStated() && own.matches() && !Words.binds(own.group(2));
  }

  private static boolean isLabel(String line) {
    return FIELDS.containsKey(name(line)) || LABELLED.matcher(line).matches()
        || STORY.matcher(line).matches();
  }

  private boolean isStated() {
    var stated = said.get(STATEMENT);
    return !story.isEmpty() || (stated != null && !stated.isEmpty());
  }

  /// Reads a line of labels, several with bars between them included.
  private boolean labels(String line) {
    var parts = List.of(line.strip().split("\\s\\|\\s", -1));
    if (!parts.stream().allMatch(part -> FIELDS.containsKey(name(part)))) {
      return false;
    }
    for (var part : parts) {
      var labelledPart = LABELLED.matcher(part);
      if (labelledPart.matches()) {
        put(FIELDS.getOrDefault(name(part), IGNORED), labelledPart.group(2));
      }
    }
    return true;
  }

  private static String name(String line) {
    var matcher = LABELLED.matcher(line);
    return matcher.matches() ? label(matcher.group(1)) : "\0";
  }

  private void put(String field, String value) {
    labelled = true;
    open = new StringBuilder(value.strip().replaceFirst("[*_]{1,3}$", ""));
    said.putIfAbsent(field, open);
    alone = open.isEmpty() ? open : null;
  }

  /// The parts of a story follow one another; the first says who tells it.
  private boolean story(String line) {
    var part = STORY.matcher(line);
    if (!part.matches() || (story.isEmpty() && !Words.lower(part.group(1)).startsWith("as"))) {
      return false;
    }
    story.append(story.isEmpty() ? "" : " ").append(part.group(1)).append(' ')
        .append(part.group(2).replaceAll("[*_]{2}", "").strip());
    open = story;
    return true;
  }

  /// Whether it says nothing yet but what stands beside a statement.
  public boolean isOpen() {
    return labelled && !isStated();
  }

  /// Whether it was a form, and it or its title states something.
  public boolean isOne(String title) {
    return (labelled || !story.isEmpty() || (hasOwn && Words.binds(statement())))
        && !(statement().isBlank() && title.isBlank());
  }

  private String statement() {
    var stated = said.get(STATEMENT);
    return stated == null || stated.isEmpty() ? story.toString() : stated.toString().strip();
  }

  /// References without the markup of lists and links.
  private static String names(String references) {
    return references.lines().map(line -> MARKUP.matcher(line).replaceAll("").strip())
        .filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
  }

  /// The need that the form describes.
  public Passage need(String id, String title, Source source) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("type", "requirement");
    fields.put(ID, id);
    if (!title.isEmpty()) {
      fields.put("title", title);
    }
    var known = new ArrayList<>(List.of(STATEMENT, ID, IGNORED));
    said.forEach((field, value) -> {
      if (!known.contains(field) && !value.isEmpty()) {
        fields.putIfAbsent(field, LINKS.contains(field)
            ? names(value.toString())
            : value.toString().strip());
      }
    });
    return Passage.need(statement(), fields, source);
  }
}
