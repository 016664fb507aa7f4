package dev.meanwhile.trace.extract.table;

import dev.meanwhile.trace.Names;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The columns of a table, by which the cells of its rows are read.
///
/// @param names what the header calls each of them, in plain words
/// @param places which of them holds what, from 0
/// @param isWeakId whether the ID column's name alone doesn't say that its values are requirement IDs
/// @param isNameId whether the column of IDs is one of names, so that only what looks like an ID is one
record Columns(List<String> names, Map<Role, Integer> places, boolean isWeakId,
    boolean isNameId) {
  private static final Pattern NO_TEST = Pattern.compile(
      "\\W*(?:none|n/?a|tb[dc]|todo|nil)\\W*|[-\u2012-\u2015_.\u2026*]{1,9}",
      Pattern.CASE_INSENSITIVE);
  /// A link of Markdown.
  private static final Pattern LINK = Pattern
      .compile("\\[([^\\[\\]\n]{1,80})\\]\\([^()\\s]{1,300}\\)");
  private static final Pattern ABOVE = Pattern.compile(
      "\\b(?:parents?|upstream|source|derived|satisf\\w+|trace[ds]?|refine[ds]?|allocated from|system req\\w*|higher level)\\b");
  /// Columns whose marks tell how a requirement is verified; by letters alone they are known only together.
  private static final Map<String, String> METHODS = Map.of("t", "Test", "a", "Analysis", "i",
      "Inspection", "d", "Demonstration", "test", "Test", "analysis", "Analysis", "inspection",
      "Inspection", "demonstration", "Demonstration", "demo", "Demonstration");
  private static final int FEWEST_METHODS = 2;
  private static final int FEWEST_WORDS = 4;
  private static final int FEWEST_LETTERS = 3;
  private static final Pattern MARK = Pattern.compile("[xX×✓✔✅☑√•●■◆*]");
  /// What may stand in a row that goes on with the one above.
  private static final Set<Role> GOES_ON = EnumSet.of(Role.TEXT, Role.RATIONALE, Role.REMARK);

  /// Whether the table has a column of this role.
  boolean has(Role role) {
    return places.containsKey(role);
  }

  /// These columns, with the one called requirement as that of the texts if a row states there what its description only
  /// explains.
  Columns told(List<String> row) {
    int at = names.indexOf("requirement");
    var text = places.get(Role.TEXT);
    if (text == null || at < 0 || at >= row.size() || places.containsValue(at)
        || !isNamed(Role.TEXT, "description") || !Words.binds(row.get(at))
        || Words.count(row.get(at)) < FEWEST_WORDS) {
      return this;
    }
    var told = new EnumMap<>(places);
    told.put(Role.TEXT, at);
    told.putIfAbsent(Role.RATIONALE, text);
    return new Columns(names, told, isWeakId, isNameId);
  }

  /// Whether the header says that the texts are requirements.
  boolean areOfRequirements() {
    var text = places.get(Role.TEXT);
    return text != null
        && (names.get(text).contains("requirement") || names.get(text).equals("shall"));
  }

  /// Whether the table lists people by its header, each with who they are.
  boolean areOfPeople() {
    return (isNamed(Role.TEXT, "description") || isNamed(Role.TEXT, "definition"))
        && !has(Role.METHOD) && !has(Role.PRIORITY) && Subject.arePeople(names);
  }

  /// Whether the rows are tests by the first column, so that their descriptions tell what is done.
  boolean areOfTests() {
    return Integer.valueOf(0).equals(places.get(Role.TEST)) && isNamed(Role.TEXT, "description");
  }

  /// Whether the header calls the column of a role so.
  boolean isNamed(Role role, String name) {
    var at = places.get(role);
    return at != null && names.get(at).equals(name);
  }

  /// What a row that only goes on with the row above adds to its statement: it stands in the column of the statement or
  /// in one to its right that has no name. Null if the row says more than that.
  @Nullable
  String continuation(List<String> row) {
    var text = places.get(Role.TEXT);
    if (text == null || !places.containsKey(Role.ID) || places.entrySet().stream()
        .anyMatch(p -> !GOES_ON.contains(p.getKey()) && isFilled(row, p.getValue()))) {
      return null;
    }
    for (int at = text; at < row.size() && (at == text || isUnnamed(at)); at++) {
      if (isFilled(row, at)) {
        return row.get(at).strip();
      }
    }
    return null;
  }

  /// The first ID that stands alone in a column whose name says nothing.
  @Nullable
  String otherId(List<String> row) {
    return IntStream.range(0, Math.min(row.size(), names.size()))
        .filter(at -> !places.containsValue(at)).mapToObj(at -> row.get(at).strip())
        .filter(cell -> Ids.isId(cell) && Ids.isSure(cell) && !Ids.isTest(cell)).findFirst()
        .orElse(null);
  }

  /// What the columns name that are called after a higher level, in a way of their own: cells of nothing but IDs.
  Stream<String> above(List<String> row) {
    return IntStream.range(0, Math.min(row.size(), names.size()))
        .filter(at -> !places.containsValue(at) && ABOVE.matcher(names.get(at)).find())
        .mapToObj(row::get).map(Names::in)
        .filter(ids -> ids.stream().allMatch(id -> Ids.isId(id) && Ids.isSure(id)))
        .flatMap(List::stream);
  }

  /// The methods of verification whose columns the row marks; null if none is.
  @Nullable
  String methods(List<String> row) {
    boolean byLetters = areMethods(true);
    boolean byWords = areMethods(false);
    var marked = IntStream.range(0, Math.min(row.size(), names.size()))
        .filter(at -> METHODS.containsKey(names.get(at))
            && (isLetter(names.get(at)) ? byLetters : byWords)
            && MARK.matcher(row.get(at).strip()).matches())
        .mapToObj(at -> METHODS.getOrDefault(names.get(at), "")).toList();
    return marked.isEmpty() ? null : String.join(", ", marked);
  }

  /// Whether enough columns are called after methods, by their letters or in words.
  private boolean areMethods(boolean byLetters) {
    return names.stream().filter(name -> METHODS.containsKey(name) && isLetter(name) == byLetters)
        .count() >= (byLetters ? FEWEST_LETTERS : FEWEST_METHODS);
  }

  private static boolean isLetter(String name) {
    return name.length() == 1;
  }

  /// The filled cells of columns without a name.
  Stream<String> unnamed(List<String> row) {
    return IntStream.range(0, row.size()).filter(at -> isUnnamed(at) && isFilled(row, at))
        .mapToObj(at -> row.get(at).strip());
  }

  private boolean isUnnamed(int at) {
    return at < names.size() && names.get(at).isEmpty();
  }

  private static boolean isFilled(List<String> row, int at) {
    return at < row.size() && !row.get(at).isBlank();
  }

  /// The cell of a role, without the white space around it and the marks of code around the name of a test; null if there
  /// is none or it is blank.
  @Nullable
  String cell(Role role, List<String> row) {
    var at = places.get(role);
    if (at == null || at >= row.size() || row.get(at).isBlank()) {
      return null;
    }
    var cell = unguarded(row.get(at).strip());
    if (role == Role.TEST && MARK.matcher(cell).matches() && areMethods(false)) {
      return null;
    }
    return role == Role.TEST ? cell.replace("`", "") : cell;
  }

  /// Without the apostrophe that keeps a spreadsheet from running the cell.
  private static String unguarded(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '\'' && "=+-@".indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  /// The parts of a cell that holds several values.
  List<String> cells(Role role, List<String> row) {
    var cell = cell(role, row);
    if (cell == null) {
      return List.of();
    }
    if (role == Role.STEP) {
      return steps(cell);
    }
    return role == Role.TEST ? tests(cell) : Names.in(cell);
  }

  /// None where the cell only says that there is none.
  private static List<String> tests(String cell) {
    return NO_TEST.matcher(cell.strip()).matches()
        ? List.of()
        : Names.in(LINK.matcher(cell).replaceAll("$1"));
  }

  /// What a cell says of each of several tests of its row, in their order: a part for each between semicolons if there are
  /// as many, else the whole cell for every one. Empty where it says nothing.
  List<String> each(Role role, List<String> row, int count) {
    var cell = cell(role, row);
    var whole = cell == null ? "" : cell;
    var parts = Stream.of(whole.split(";", -1)).map(String::strip).toList();
    return parts.size() == count ? parts : Collections.nCopies(count, whole);
  }

  /// The steps that a cell or its part names.
  static List<String> steps(String cell) {
    return parts(Words.oneLine(cell), "[;,]");
  }

  private static List<String> parts(String cell, String separator) {
    return Stream.of(cell.split(separator, -1)).map(String::strip).filter(p -> !p.isEmpty())
        .toList();
  }
}
