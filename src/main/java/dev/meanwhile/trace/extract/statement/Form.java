package dev.meanwhile.trace.extract.statement;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What labels say of one requirement, passage by passage, until something else follows. A user story in its three parts
/// is a statement too, and so is the first text without a label.
public final class Form {
  private static final Pattern STORY = Pattern.compile(
      "^[-•\\s]{0,4}[*_]{0,3}(As (?:an?|the)|I want(?: to)?|I need(?: to)?|I can|So that|In order to)\\b[*_]{0,3}[ \\t]{0,2}:?[*_]{0,3}[ \\t]*(.*)$",
      Pattern.CASE_INSENSITIVE);
  private static final Set<String> LINKS = Set.of("parent", "children");
  private static final Pattern MARKUP = Pattern.compile(
      "^\\s{0,8}[-*•]\\s{1,4}|:[a-z]{2,8}:`[^`]{0,200}`|\\]\\([^()]{0,300}\\)|[`*\\[\\]]");
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
  /// The table whose header says that it holds attributes and what they are.
  private @Nullable Integer attributes;
  /// The statement if it ends as one does before a list.
  private @Nullable StringBuilder lead;
  /// What the last label labels, if it stands alone, so that the items below are said of it.
  private @Nullable StringBuilder alone;

  /// A form below a heading of this level, or in a table.
  public Form(int level) {
    this.level = level;
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

  /// Whether a passage is a heading below that of the form, above its labels.
  public boolean isAboveLabels(Passage passage) {
    return passage.kind() == Passage.Kind.HEADING && level > 0 && passage.level() > level
        && ATTRIBUTES.contains(Fields.label(passage.text()));
  }

  /// Takes a text that no label stands before as more of the statement, if nothing is said beside it yet.
  public boolean goesOn(Passage passage) {
    var stated = said.get(Fields.STATEMENT);
    boolean isItem = passage.kind() == Passage.Kind.ITEM;
    if (labelled || stated == null || !(isItem || passage.kind() == Passage.Kind.PARAGRAPH)) {
      return false;
    }
    stated.append(isItem ? "\n- " : "\n\n").append(passage.text().strip());
    return true;
  }

  /// A heading below that of the form can be a label; what only a form has can be one beside it, too.
  private boolean heading(Passage heading) {
    lead = null;
    if (isAboveLabels(heading) && isStated()) {
      ofAttributes = true;
      inSection = false;
      return true;
    }
    var field = Fields.of(heading.text());
    int least = labelled && BESIDE.contains(Fields.label(heading.text())) ? level : level + 1;
    if (field == null || heading.level() < least || level == 0) {
      return false;
    }
    inSection = true;
    put(field, "");
    if (field.equals(Fields.STATEMENT) && BESIDE.contains(Fields.label(heading.text()))) {
      open = said.get(Fields.STATEMENT);
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
    if (above == null || Fields.isKnown(first) || STORY.matcher(first).matches()) {
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
    var field = Fields.of(row);
    var cells = Fields.filled(row);
    if (field == null) {
      return isAttribute(row, cells);
    }
    if (level > 0 && Fields.isHeader(row)) {
      attributes = row.source().table();
    }
    put(field, cells.size() < 2 ? "" : cells.getLast());
    open = null;
    return true;
  }

  /// Whether a row below the header of a table of attributes says something that isn't looked for.
  private boolean isAttribute(Passage row, List<String> cells) {
    return attributes != null && attributes.equals(row.source().table())
        && cells.size() <= 2 && !Words.binds(String.join(" ", cells));
  }

  private boolean text(String text) {
    lead = null;
    var stated = said.get(Fields.STATEMENT);
    boolean taken = read(text);
    var states = said.get(Fields.STATEMENT);
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
    if (ofAttributes && Fields.isLabelled(line)) {
      open = null;
      return true;
    }
    if (isOwn(line)) {
      hasOwn = true;
      open = null;
      return true;
    }
    if (isStated() || (Fields.isLabelled(line) && !Words.binds(line))) {
      return false;
    }
    open = new StringBuilder(line.strip());
    said.put(Fields.STATEMENT, open);
    return true;
  }

  /// Whether a line before the statement of a form below a heading says something beside it by a label that nobody knows.
  private boolean isOwn(String line) {
    return level > 0 && !isStated() && Fields.isOwn(line);
  }

  private static boolean isLabel(String line) {
    return Fields.isKnown(line) || Fields.isLabelled(line)
        || STORY.matcher(line).matches();
  }

  private boolean isStated() {
    var stated = said.get(Fields.STATEMENT);
    return !story.isEmpty() || (stated != null && !stated.isEmpty());
  }

  /// Reads a line of labels, several with bars between them included.
  private boolean labels(String line) {
    var parts = List.of(line.strip().split("\\s\\|\\s", -1));
    if (!parts.stream().allMatch(part -> Fields.isKnown(part))) {
      return false;
    }
    for (var part : parts) {
      put(Objects.requireNonNull(Fields.ofLine(part)), Fields.behindLabel(part));
    }
    return true;
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
    var stated = said.get(Fields.STATEMENT);
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
    fields.put(Fields.ID, id);
    if (!title.isEmpty()) {
      fields.put("title", title);
    }
    var known = new ArrayList<>(List.of(Fields.STATEMENT, Fields.ID, Fields.IGNORED));
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
