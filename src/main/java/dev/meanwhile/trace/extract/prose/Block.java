package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.statement.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What labels say of one requirement, line by line, where the first of them gives its ID: `ID: FR1`, `TITLE: Sign-in`,
/// `DESC: The user …`. A label that nobody knows ends what the one before it says.
final class Block {
  private static final String STATEMENT = "statement";
  private static final String TITLE = "title";
  private static final String MARK = "[ \\t>]{0,12}(?:[-*•+][ \\t]{1,3})?[*_`#]{0,3}";
  private static final Pattern BEGINNING = Pattern.compile("(?im)^" + MARK
      + "(?:(?:requirement|req|(?:user )?story|feature|item|need|constraint|(?-i:[A-Z]{2,5}))[ _-]?)?"
      + "(?:id|identifier|uid|number)[*_`]{0,3}[ \\t]{0,3}[:：][*_`]{0,3}[ \\t]*[*_`\\[]{0,3}"
      + "([A-Za-z][\\w.~#/-]{1,63})[*_`\\]]{0,3}(?=[ \\t]*$|[ \\t]+[-–—|(])[ \\t]*(.*)$");
  private static final Pattern LABELLED = Pattern
      .compile("^" + MARK + "([A-Z][A-Za-z /_-]{1,32}?)[*_`]{0,3}[ \\t]{0,3}[:：][*_`]{0,3}"
          + "(?:[ \\t]+(.*)|)$");
  private static final int MOST_WORDS = 4;
  private static final Pattern RULE = Pattern.compile("[^\\p{L}\\p{N}]*");
  private static final Pattern NEXT_LABEL = Pattern
      .compile("\\s\\|\\s|[ \\t]{1,3}(?=[A-Z]{3,12}:\\s)");
  private static final Pattern OPENING = Pattern.compile("^[ \\t]*[-–—|(][ \\t]*");
  /// What Planguage says of a quality beside its gist.
  private static final Set<String> MEASURES = Set.of("scale", "meter", "past", "must", "fail",
      "plan", "goal", "wish", "stretch");

  private final String id;
  private final Source source;
  private final Map<String, StringBuilder> said = new LinkedHashMap<>();
  private final Map<String, StringBuilder> others = new LinkedHashMap<>();
  private @Nullable StringBuilder open;

  private Block(String id, Source source) {
    this.id = id;
    this.source = source;
  }

  /// Whether a passage has a line that gives an ID by its label.
  static boolean begins(Passage passage) {
    return switch (passage.kind()) {
      case HEADING, PARAGRAPH, ITEM, CODE -> {
        var first = BEGINNING.matcher(passage.text());
        yield first.find() && isId(first.group(1));
      }
      case ROW, NEED -> false;
    };
  }

  private static boolean isId(String text) {
    return !Ids.isTest(text) && (Ids.isId(text) || text.chars().anyMatch(Character::isDigit));
  }

  /// The blocks of a passage that has one, in order.
  static List<Block> in(Passage passage) {
    var blocks = new ArrayList<Block>();
    Block block = null;
    int line = 0;
    for (var text : passage.text().lines().toList()) {
      var beginning = BEGINNING.matcher(text);
      if (beginning.matches() && isId(beginning.group(1))) {
        block = new Block(beginning.group(1), below(passage.source(), line));
        blocks.add(block);
        block.line(OPENING.matcher(beginning.group(2)).replaceFirst(""));
      } else if (block != null) {
        block.line(text);
      }
      line++;
    }
    return blocks;
  }

  private static Source below(Source source, int lines) {
    return source.line() == null ? source : source.atLine(source.line() + lines);
  }

  /// What stands before the first block of a passage.
  static String before(Passage passage) {
    var first = BEGINNING.matcher(passage.text());
    return first.find() ? passage.text().substring(0, first.start()).strip() : "";
  }

  /// Whether a passage below the block goes on with it by a label.
  static boolean isLabelled(Passage passage) {
    return switch (passage.kind()) {
      case PARAGRAPH, ITEM -> passage.text().lines().findFirst()
          .map(Block::hasKnownLabel).orElse(false);
      case HEADING, CODE, ROW, NEED -> false;
    };
  }

  /// Takes what a passage says.
  void add(Passage passage) {
    passage.text().lines().forEach(this::line);
  }

  private void line(String line) {
    for (var part : parts(line)) {
      var label = label(part);
      if (label != null) {
        open(label, part);
      } else if (open != null && !RULE.matcher(part).matches()) {
        open.append(open.isEmpty() ? "" : "\n").append(part.strip());
      }
    }
  }

  /// A line of several labels in its parts.
  private static List<String> parts(String line) {
    var parts = List.of(NEXT_LABEL.split(line, -1));
    return parts.stream().allMatch(Block::hasKnownLabel) ? parts : List.of(line);
  }

  private static boolean hasKnownLabel(String line) {
    var label = label(line);
    return label != null && Fields.of(label) != null;
  }

  private static @Nullable String label(String line) {
    var labelled = LABELLED.matcher(line);
    return labelled.matches() && Words.count(labelled.group(1)) <= MOST_WORDS
        && !Words.binds(labelled.group(1))
            ? labelled.group(1)
            : null;
  }

  private void open(String label, String line) {
    var labelled = LABELLED.matcher(line);
    var value = labelled.matches() && labelled.group(2) != null ? labelled.group(2).strip() : "";
    var field = Fields.of(label);
    open = field == null
        ? others.computeIfAbsent(label, _ -> new StringBuilder())
        : said.computeIfAbsent(field, _ -> new StringBuilder());
    open.append(open.isEmpty() || value.isEmpty() ? "" : "\n").append(value);
  }

  /// Whether its labels say more than an ID.
  boolean isOne() {
    return !said.isEmpty() && !(statement().isEmpty() && value(TITLE).isEmpty());
  }

  String id() {
    return id;
  }

  /// Names it where its labels don't.
  void name(String title) {
    if (value(TITLE).isEmpty()) {
      said.put(TITLE, new StringBuilder(title));
    }
  }

  private String value(String field) {
    var value = said.get(field);
    return value == null ? "" : Words.trimmed(value.toString());
  }

  /// What is stated, with the measures of a quality; else what binds behind a label of the author's own.
  private String statement() {
    var stated = value(STATEMENT);
    var more = others.entrySet().stream()
        .filter(other -> stated.isEmpty()
            ? Words.binds(other.getValue().toString())
            : MEASURES.contains(Words.lower(other.getKey())))
        .map(other -> stated.isEmpty()
            ? other.getValue().toString()
            : other.getKey() + ": " + other.getValue())
        .collect(Collectors.joining("\n"));
    return stated.isEmpty() ? more : more.isEmpty() ? stated : stated + "\n" + more;
  }

  /// The need that it describes.
  Passage need() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("type", "requirement");
    fields.put("id", id);
    said.keySet().stream()
        .filter(field -> !field.isEmpty() && !field.equals(STATEMENT) && !field.equals("id")
            && !value(field).isEmpty())
        .forEach(field -> fields.put(field, value(field)));
    return Passage.need(statement(), fields, source);
  }
}
