package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Names;
import dev.meanwhile.trace.Words;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which column of a table holds what, read from the names in its header row.
final class Columns {

  /// What a column can hold, with the names it goes by, the surest first.
  enum Role {
    ID("requirement id", "req id", "reqid", "requirement identifier", "requirement number",
        "requirement no", "req no", "req number", "rqmt id", "rqmt number", "rqmt no", "rqmt",
        "req",
        "requirement key", "srs id", "unique id", "item id", "uid", "identifier", "id",
        "requirement", "requirements",
        "key", "req key", "number",
        "no", "nr", "ref", "reference"),
    TEXT("requirement text", "requirement description",
        "requirement statement", "shall statement", "statement", "requirement tested",
        "requirement definition", "requirement details",
        "description", "text", "specification", "requirement", "requirements", "definition",
        "details"),
    TITLE("title", "requirement title", "requirement name", "name", "summary",
        "short name"),
    METHOD("verification method", "test method", "method",
        "verification", "verification type", "method of verification",
        "v method", "validation", "validation method"),
    STATUS("status", "state", "requirement status"), KIND("requirement type", "req type",
        "type", "category", "classification"),
    PRIORITY(
        "priority", "prio", "importance", "moscow"),
    RATIONALE("rationale",
        "rational", "requirement rationale", "justification",
        "reason"),
    TIER("tier"), PARENT("parent", "parents", "parent id", "parent ids",
        "parent requirement", "derived from", "traces to", "trace to", "traceability",
        "parent requirements", "parent req",
        "traced from", "upstream", "source requirement",
        "refines"),
    TEST("testcase", "test case", "testcases", "test cases",
        "test", "tests", "verified by", "test case id",
        "test case ids", "test ids", "test id", "covered by", "test name", "test procedure",
        "verification case", "testcase id", "related tests", "linked tests"),
    VERIFIES("requirements verified", "requirement verified", "verified requirements",
        "requirements tested", "requirements covered", "covered requirements", "verifies", "covers",
        "requirement ids", "req ids", "reqs", "requirement s", "rqmts", "requirements",
        "requirement", "requirement id", "req id", "rqmt"),
    STEP("step", "steps", "step number", "step no", "test step", "test steps"),
    RESULT("test result", "result", "test results", "results", "outcome", "verdict", "pass fail"),
    STEPS_BY_TEST("steps by test"), SUSPECT("suspect tests"),
    BUILD("tested build", "build", "tested version", "version tested", "software version",
        "current build"),
    REMARK("remarks", "remark", "comments", "comment", "notes", "note",
        "change note", "disposition");

    /// The roles whose columns tools call by longer names that end in these.
    private static final Set<Role> QUALIFIED = EnumSet.of(METHOD, TEST, RESULT, BUILD);

    @SuppressWarnings("ImmutableEnumChecker") // List.of can't be changed; the checker doesn't follow it here
    private final List<String> names;

    Role(String... names) {
      this.names = List.of(names);
    }
  }

  private static final int NAME_CHARACTERS = 80;
  private static final Pattern WRAPPED = Pattern.compile("^custom field \\((.*)\\)$");
  /// The prefix of the IDs in a column, as in "Requirements verified (SRS)".
  private static final Pattern PREFIX = Pattern
      .compile("\\s*\\((?!IDs?\\)|NOS?\\))([A-Z][A-Z0-9._-]{1,15})\\)$");
  private static final Pattern PUNCTUATION = Pattern.compile("[^a-z0-9]+");
  /// What may stand in a row that goes on with the one above.
  private static final Set<Role> GOES_ON = EnumSet.of(Role.TEXT, Role.RATIONALE,
      Role.REMARK);
  private static final List<String> WEAK_IDS = List.of("id", "requirement", "requirements", "key",
      "number", "no", "nr",
      "ref", "reference", "req");

  private final List<String> names;
  private final Map<Role, Integer> places;
  private final boolean weakId;
  private final boolean nameIsId;

  private Columns(List<String> names, Map<Role, Integer> places, boolean weakId,
      boolean nameIsId) {
    this.names = names;
    this.places = places;
    this.weakId = weakId;
    this.nameIsId = nameIsId;
  }

  /// The columns of a header row whose rows only name requirements beside a test or a step of one, or null if it is
  /// another header.
  static @Nullable Columns ofMentions(List<String> header) {
    if (header.stream().anyMatch(Columns::isData)) {
      return null;
    }
    var names = header.stream().map(Columns::plain).toList();
    var places = new EnumMap<Role, Integer>(Role.class);
    for (var role : List.of(Role.TEST, Role.STEP, Role.VERIFIES, Role.RESULT, Role.BUILD)) {
      place(role, names, places);
    }
    boolean known = places.containsKey(Role.VERIFIES)
        && (places.containsKey(Role.TEST) || places.containsKey(Role.STEP));
    return known ? new Columns(names, places, true, false) : null;
  }

  /// Whether the table has a column of this role.
  boolean has(Role role) {
    return places.containsKey(role);
  }

  /// The columns of a header row, or null if the row isn't the header of requirements.
  static @Nullable Columns of(List<String> header) {
    if (header.stream().anyMatch(Columns::isData)) {
      return null;
    }
    var names = header.stream().map(Columns::plain).toList();
    var places = new EnumMap<Role, Integer>(Role.class);
    for (var role : Role.values()) {
      if (role != Role.VERIFIES) {
        place(role, names, places);
      }
    }
    placeQualified(names, places);
    idWithoutText(names, places);
    boolean nameIsId = nameIsId(places);
    var id = places.get(Role.ID);
    boolean known = places.containsKey(Role.TEXT)
        && (id != null || isNamedRequirement(names, places));
    return known
        ? new Columns(names, places, id == null || WEAK_IDS.contains(names.get(id)), nameIsId)
        : null;
  }

  /// The columns of a table that stands in a cell and names tests, one in a row; null if it names none.
  static @Nullable Columns ofTests(List<String> header) {
    var names = header.stream().map(Columns::plain).toList();
    var places = new EnumMap<Role, Integer>(Role.class);
    for (var role : Role.QUALIFIED) {
      place(role, names, places);
    }
    placeQualified(names, places);
    return places.containsKey(Role.TEST) ? new Columns(names, places, true, false) : null;
  }

  /// A row that holds an ID or a statement isn't a header, whatever else it holds.
  private static boolean isData(String cell) {
    return cell.length() > NAME_CHARACTERS || (Ids.isSure(cell) && Ids.isId(cell.strip()))
        || Words.binds(cell);
  }

  private static void place(Role role, List<String> names, Map<Role, Integer> places) {
    for (var name : role.names) {
      int at = names.indexOf(name);
      if (at >= 0 && !places.containsValue(at)) {
        places.put(role, at);
        return;
      }
    }
  }

  /// Tools put a prefix of their own before the usual names, as in "REQ_Build_Test_Results".
  private static void placeQualified(List<String> names, Map<Role, Integer> places) {
    for (int at = 0; at < names.size(); at++) {
      for (var role : Role.QUALIFIED) {
        if (!places.containsKey(role) && !places.containsValue(at)
            && endsWithOne(names.get(at), role)) {
          places.put(role, at);
        }
      }
    }
  }

  private static boolean endsWithOne(String name, Role role) {
    return role.names.stream().anyMatch(n -> n.indexOf(' ') > 0 && name.endsWith(" " + n));
  }

  /// Where every row is to be verified, the column of names holds the IDs if there is no other for them.
  private static boolean nameIsId(Map<Role, Integer> places) {
    if (places.containsKey(Role.ID) || !places.containsKey(Role.TEXT)
        || !places.containsKey(Role.METHOD) || !places.containsKey(Role.TITLE)) {
      return false;
    }
    places.put(Role.ID, places.remove(Role.TITLE));
    return true;
  }

  /// A column called "requirement" is the ID if another one holds the text, and the text if none does.
  private static void idWithoutText(List<String> names, Map<Role, Integer> places) {
    var id = places.get(Role.ID);
    if (places.containsKey(Role.TEXT) || id == null) {
      return;
    }
    if (names.get(id).startsWith("requirement") && !names.get(id).endsWith("id")) {
      places.remove(Role.ID);
      places.put(Role.TEXT, id);
    } else if (places.get(Role.TITLE) != null) {
      places.put(Role.TEXT, places.remove(Role.TITLE));
    }
  }

  private static boolean isNamedRequirement(List<String> names, Map<Role, Integer> places) {
    var text = places.get(Role.TEXT);
    return text != null && names.get(text).contains("requirement");
  }

  private static String plain(String name) {
    var lower = PREFIX.matcher(name.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
    var wrapped = WRAPPED.matcher(lower);
    return PUNCTUATION.matcher(wrapped.matches() ? wrapped.group(1) : lower).replaceAll(" ")
        .strip();
  }

  /// The prefix that the header gives the references of a column, else nothing.
  static String prefix(List<String> header, Columns columns, Role role) {
    var at = columns.places.get(role);
    var prefix = PREFIX.matcher(at == null ? "" : header.get(at).strip());
    return prefix.find() ? prefix.group(1) + " " : "";
  }

  /// Whether the ID column's name alone doesn't say that its values are requirement IDs.
  boolean isWeakId() {
    return weakId;
  }

  /// Whether the column of IDs is one of names, so that only what looks like an ID is one.
  boolean isNameId() {
    return nameIsId;
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

  /// The cell of a role, without the white space around it; null if there is none or it is blank.
  @Nullable
  String cell(Role role, List<String> row) {
    var at = places.get(role);
    if (at == null || at >= row.size() || row.get(at).isBlank()) {
      return null;
    }
    return unguarded(row.get(at).strip());
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
    return Names.in(cell);
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
