package dev.meanwhile.trace.extract.table;

import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The header row of a table: its names tell which column holds what.
public final class Header {
  private static final int NAME_CHARACTERS = 80;
  private static final Pattern WRAPPED = Pattern.compile("^custom field \\((.*)\\)$");
  /// The prefix of the IDs in a column, as in "Requirements verified (SRS)".
  private static final Pattern PREFIX = Pattern
      .compile("\\s*\\((?!IDs?\\)|NOS?\\))([A-Z][A-Z0-9._-]{1,15})\\)$");
  private static final Pattern PUNCTUATION = Pattern.compile("[^a-z0-9]+");
  private static final Pattern KIND_OF_REQUIREMENT = Pattern.compile(
      "(?!(?:child|parent|related|linked|dependent|derived|source|lower|higher|other|upstream|downstream)\\b)[a-z]+(?: [a-z]+)? requirements?");
  /// A column of the IDs of the requirements of some level.
  private static final Pattern OF_SOME = Pattern.compile(
      "(?:urs?|srs|prs|sss|sys|swr|sr|fs|frs|brd?|crs|pr|fr|nfr|hlr|llr|system|software|user) (?:id|req|reqs|no|ref|item|number)");
  private static final List<Role> OF_MENTIONS = List.of(Role.TEST, Role.STEP, Role.VERIFIES,
      Role.RESULT, Role.BUILD);
  /// Names of a column that say that its table lists tests.
  private static final List<String> VERIFYING = List.of("verifies", "covers",
      "requirements verified", "requirement verified", "verified requirements",
      "requirements tested", "requirements covered", "covered requirements");
  private static final List<String> WEAK_IDS = List.of("id", "requirement", "requirements", "key",
      "number", "no", "nr",
      "ref", "reference", "ref no", "reference no", "ref id", "reference number", "req");
  /// Names of a first column that numbers the requirements beside it in a way of its own.
  private static final List<String> REFERENCES = List.of("ref", "reference", "ref no",
      "reference no", "ref id", "reference number");
  /// Names of what is listed, not of its IDs: only what looks like an ID is one.
  private static final List<String> KINDS = List.of("llr", "hlr", "nfr", "fr", "br", "ur", "us");

  private final List<String> cells;
  private final List<String> names;

  Header(List<String> cells) {
    this.cells = cells;
    names = cells.stream().map(Header::plain).toList();
  }

  /// The row as a header, or null if it holds an ID or a statement: then it is none, whatever else it holds.
  public static @Nullable Header of(List<String> row) {
    return row.stream().anyMatch(Header::isData) ? null : new Header(row);
  }

  /// The columns of requirements, or null if it is another header.
  @Nullable
  public Columns ofRequirements() {
    var places = new EnumMap<Role, Integer>(Role.class);
    for (var role : Role.values()) {
      if (role != Role.VERIFIES) {
        place(role, places);
      }
    }
    placeQualified(places);
    placeKindOfRequirement(places);
    idWithoutText(places);
    boolean nameIsId = nameIsId(places);
    boolean isOther = !nameIsId && otherIds(places);
    var id = places.get(Role.ID);
    nameIsId |= id != null && (KINDS.contains(names.get(id)) || (isOther && id > 0));
    boolean known = places.containsKey(Role.TEXT) && (id != null || isNamedRequirement(places));
    boolean isWeak = id == null || isOther || WEAK_IDS.contains(names.get(id));
    return known ? new Columns(names, places, isWeak, nameIsId) : null;
  }

  /// The columns of a table whose rows only name requirements beside a test or a step of one, or null if it is another
  /// header.
  @Nullable
  Columns ofMentions() {
    var places = new EnumMap<Role, Integer>(Role.class);
    OF_MENTIONS.forEach(role -> place(role, places));
    if (!places.containsKey(Role.RESULT)) {
      place(Role.RESULT, Role.STATUS.names(), places);
    }
    if (places.containsKey(Role.TEST) && !places.containsValue(0)
        && OF_SOME.matcher(names.getFirst()).matches()) {
      places.putIfAbsent(Role.VERIFIES, 0);
    }
    nameIsTest(places);
    boolean known = places.containsKey(Role.VERIFIES)
        && (places.containsKey(Role.TEST) || places.containsKey(Role.STEP));
    return known ? new Columns(names, places, true, false) : null;
  }

  /// Where a row says what it verifies, its name is that of a test.
  private void nameIsTest(Map<Role, Integer> places) {
    var verifies = places.get(Role.VERIFIES);
    if (verifies != null && VERIFYING.contains(names.get(verifies))
        && !places.containsKey(Role.TEST)) {
      place(Role.TEST, Role.TITLE.names(), places);
    }
  }

  /// The columns of a table that stands in a cell and names tests, one in a row; null if it names none.
  @Nullable
  Columns ofTests() {
    var places = new EnumMap<Role, Integer>(Role.class);
    Role.QUALIFIED.forEach(role -> place(role, places));
    placeQualified(places);
    return places.containsKey(Role.TEST) ? new Columns(names, places, true, false) : null;
  }

  /// The tests that have a column each, by its place; the rows mark which of them verify their requirement.
  Map<Integer, String> tests() {
    return crossed(Ids::isTest);
  }

  /// The requirements that have a column each, by its place, where the first column holds tests.
  static Map<Integer, String> requirements(List<String> cells) {
    var header = new Header(cells);
    boolean ofTests = !cells.isEmpty() && cells.stream().noneMatch(Words::binds)
        && Role.TEST.names().contains(header.names.getFirst());
    return ofTests ? header.crossed(id -> !Ids.isTest(id)) : Map.of();
  }

  private Map<Integer, String> crossed(Predicate<String> wanted) {
    var crossed = new LinkedHashMap<Integer, String>();
    for (int at = 0; at < cells.size(); at++) {
      var cell = cells.get(at).strip();
      if (Ids.isId(cell) && Ids.isSure(cell) && wanted.test(cell)) {
        crossed.put(at, cell);
      }
    }
    return crossed;
  }

  /// The prefix that the header gives the references of a column, else nothing.
  String prefix(Columns columns, Role role) {
    var at = columns.places().get(role);
    var prefix = PREFIX.matcher(at == null ? "" : cells.get(at).strip());
    return prefix.find() ? prefix.group(1) + " " : "";
  }

  private static boolean isData(String cell) {
    return cell.length() > NAME_CHARACTERS
        || (Words.binds(cell) && !Role.TEXT.names().contains(plain(cell)))
        || (Ids.isSure(cell) && Ids.isId(cell.strip()) && !Ids.isTest(cell.strip()));
  }

  private static String plain(String name) {
    var lower = PREFIX.matcher(name.strip()).replaceFirst("").toLowerCase(Locale.ROOT)
        .replace("(s)", "s");
    var wrapped = WRAPPED.matcher(lower);
    return PUNCTUATION.matcher(wrapped.matches() ? wrapped.group(1) : lower).replaceAll(" ")
        .strip();
  }

  private void place(Role role, Map<Role, Integer> places) {
    place(role, role.names(), places);
  }

  private void place(Role role, List<String> by, Map<Role, Integer> places) {
    for (var name : by) {
      int at = names.indexOf(name);
      if (at >= 0 && !places.containsValue(at)) {
        places.put(role, at);
        return;
      }
    }
  }

  /// Tools put a prefix of their own before the usual names, as in "REQ_Build_Test_Results".
  private void placeQualified(Map<Role, Integer> places) {
    for (int at = 0; at < names.size(); at++) {
      for (var role : Role.QUALIFIED) {
        if (!places.containsKey(role) && !places.containsValue(at)
            && role.isEndOf(names.get(at))) {
          places.put(role, at);
        }
      }
    }
  }

  /// A column of requirements of some kind holds their texts, as in "user requirement"; in a table of tests it names them.
  private void placeKindOfRequirement(Map<Role, Integer> places) {
    if (Integer.valueOf(0).equals(places.get(Role.TEST))) {
      return;
    }
    for (int at = 0; at < names.size() && !places.containsKey(Role.TEXT); at++) {
      if (KIND_OF_REQUIREMENT.matcher(names.get(at)).matches() && !places.containsValue(at)) {
        places.put(Role.TEXT, at);
      }
    }
  }

  /// A column called "requirement" is the ID if another one holds the text, and the text if none does.
  private void idWithoutText(Map<Role, Integer> places) {
    var id = places.get(Role.ID);
    if (places.containsKey(Role.TEXT) || id == null) {
      return;
    }
    if (names.get(id).startsWith("requirement") && !names.get(id).endsWith("id")) {
      places.remove(Role.ID);
      places.put(Role.TEXT, id);
      place(Role.ID, KINDS, places);
      if (id > 0 && REFERENCES.contains(names.getFirst())) {
        places.putIfAbsent(Role.ID, 0);
      }
    } else if (places.get(Role.TITLE) != null) {
      places.put(Role.TEXT, places.remove(Role.TITLE));
    }
  }

  /// Where every row is to be verified or names its tests, the column of names holds the IDs if there is no other for them.
  private static boolean nameIsId(Map<Role, Integer> places) {
    if (places.containsKey(Role.ID) || !places.containsKey(Role.TEXT)
        || !(places.containsKey(Role.METHOD) || places.containsKey(Role.TEST))
        || !places.containsKey(Role.TITLE)) {
      return false;
    }
    places.put(Role.ID, places.remove(Role.TITLE));
    return true;
  }

  /// Beside a column of requirements, the first one of IDs holds theirs, however what they name is called.
  private boolean otherIds(Map<Role, Integer> places) {
    if (places.containsKey(Role.ID) || !isNamedRequirement(places)) {
      return false;
    }
    for (int at = 0; at < names.size(); at++) {
      if (names.get(at).endsWith(" id") && !places.containsValue(at)) {
        places.put(Role.ID, at);
        return true;
      }
    }
    return false;
  }

  private boolean isNamedRequirement(Map<Role, Integer> places) {
    var text = places.get(Role.TEXT);
    return text != null && names.get(text).contains("requirement");
  }
}
