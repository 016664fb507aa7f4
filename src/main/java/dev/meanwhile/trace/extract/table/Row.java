package dev.meanwhile.trace.extract.table;

import dev.meanwhile.trace.Names;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.harvest.Draft;
import dev.meanwhile.trace.extract.harvest.Draft.Beside;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.sentence.Section;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A row below a header: what it says of a requirement.
///
/// @param columns those of its table
/// @param cells the row itself
record Row(Columns columns, List<String> cells, Source source) {
  private static final int ID_CHARACTERS = 64;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final Pattern OUTLINE = Pattern.compile("[A-Z]{1,4}(?:\\.\\d{1,3}){1,6}");
  private static final String LINKS = "links";
  /// Names of columns that tell what an object is. A category may be called as a kind is.
  private static final List<String> TELLING = List.of("object type", "issue type",
      "work item type", "item type", "artifact type", "type");
  private static final Pattern EXPLAINING = Pattern.compile("info|comment|note|def",
      Pattern.CASE_INSENSITIVE);
  private static final Set<String> OTHER_KINDS = Set.of("heading", "title", "section", "folder",
      "chapter", "information", "info", "informative", "comment", "note", "figure", "test",
      "test case", "test execution", "test plan", "test set", "test run", "bug", "defect",
      "sub task", "task", "impediment", "glossary", "definition", "non requirement");
  private static final Pattern LEAD = Pattern
      .compile("[\\s\\u00a0]*[:.)\\-–—]?[\\s\\u00a0]+(?=\\S)");

  static Row of(Columns columns, Passage passage) {
    return new Row(columns, passage.cells(), passage.source());
  }

  /// The cell of a role; null if there is none or it is blank.
  @Nullable
  String cell(Role role) {
    return columns.cell(role, cells);
  }

  /// The parts of a role's cell.
  List<String> cells(Role role) {
    return columns.cells(role, cells);
  }

  /// The ID, if its cell holds one or a word that stands for one.
  @Nullable
  String id() {
    var cell = cell(Role.ID);
    if (cell == null) {
      return columns.has(Role.ID) ? null : columns.otherId(cells);
    }
    var places = Ids.in(cell);
    if (!places.isEmpty() && places.getFirst().start() <= 2) {
      return places.getFirst().id();
    }
    if (columns.isNameId()) {
      return null;
    }
    boolean usable = cell.length() <= ID_CHARACTERS
        && cell.chars().noneMatch(Character::isWhitespace);
    return usable
        && (!columns.isWeakId() || isStated() || isCounted(cell) || isOutline(cell)) ? cell : null;
  }

  private boolean isStated() {
    var text = cell(Role.TEXT);
    return text != null && (Words.binds(text) || Status.of(null, text) == Status.DELETED);
  }

  /// Whether it is a letter with the numbers of an outline, in a row that says how urgent it is or how it is verified.
  private boolean isOutline(String cell) {
    var text = cell(Role.TEXT);
    return OUTLINE.matcher(cell).matches() && text != null && text.indexOf(' ') > 0
        && (cell(Role.PRIORITY) != null || cell(Role.METHOD) != null);
  }

  /// Whether a number counts what the header or the heading above the table calls requirements.
  private boolean isCounted(String number) {
    var text = cell(Role.TEXT);
    var section = Section.of(source.heading());
    boolean isProduct = section == Section.PRODUCT
        && (columns.has(Role.METHOD) || columns.has(Role.TEST));
    return NUMBER.matcher(number).matches() && text != null && text.indexOf(' ') > 0
        && (isProduct || (columns.areOfRequirements() && section.mayWish()));
  }

  /// What the requirement of this ID says: its text, else its title, else that it is gone, else a binding sentence in a
  /// column without a name.
  @Nullable
  String statement(String id) {
    var text = cell(Role.TEXT);
    var statement = text != null ? withoutOwnId(text, id) : cell(Role.TITLE);
    if (statement == null || statement.equals(id) || isNothingButIds(statement)) {
      statement = goneStatement(id);
    }
    return statement != null
        ? statement
        : columns.unnamed(cells).filter(Words::binds).findFirst().orElse(null);
  }

  private static boolean isNothingButIds(String text) {
    return Names.in(text).stream().allMatch(name -> Ids.isId(name) && Ids.isSure(name));
  }

  /// What it adds to the row above, if it says nothing else.
  @Nullable
  String continuation() {
    return columns.continuation(cells);
  }

  Draft draft(@Nullable String id, String text, Tier tier) {
    return Draft.of(id, cell(Role.TITLE), text, tier, source).beside(beside(id))
        .under(Stream.concat(cells(Role.PARENT).stream().filter(this::isParent),
            above().filter(above -> !above.equals(id))).distinct().toList())
        .reasoned();
  }

  private Stream<String> above() {
    return Stream.concat(columns.above(cells), Linked.parents(cell(Role.LINKED)).stream());
  }

  /// The tests that the row names for its requirement.
  List<String> tests() {
    return columns.has(Role.TEST) ? cells(Role.TEST) : Linked.tests(cell(Role.LINKED));
  }

  /// A column of links may lead anywhere: only what is an ID by its shape is a parent.
  private boolean isParent(String stated) {
    return !columns.isNamed(Role.PARENT, LINKS) || (Ids.isId(stated) && Ids.isSure(stated));
  }

  /// Whether the tool that made the table says that the row is a heading, an explanation, a test or a defect.
  boolean isOther() {
    var kind = cell(Role.KIND);
    boolean isTitle = cell(Role.HEADING) != null && cell(Role.TEXT) == null;
    return isTitle
        || (kind != null
            && OTHER_KINDS.contains(Words.lower(kind).replaceAll("[^a-z]+", " ").strip())
            && TELLING.stream().anyMatch(name -> columns.isNamed(Role.KIND, name))
            && !isMethod(kind));
  }

  /// Whether it says who somebody is and demands nothing.
  boolean describesPeople() {
    var text = cell(Role.TEXT);
    return text != null && !Words.binds(text) && !Words.wishes(text) && columns.areOfPeople();
  }

  /// Whether it tells what a test does and demands nothing.
  boolean describesTest() {
    return columns.areOfTests() && !Words.binds(String.valueOf(cell(Role.TEXT)));
  }

  /// Whether a cell asks its reader something, as those of checklists do.
  static boolean asks(@Nullable String cell) {
    return cell != null && cell.strip().endsWith("?");
  }

  /// A column called type can tell how a requirement is verified: by test.
  private boolean isMethod(String kind) {
    return columns.isNamed(Role.KIND, "type") && Words.lower(kind).equals("test")
        && Words.binds(String.valueOf(cell(Role.TEXT)));
  }

  /// Whether it isn't a requirement because it only explains.
  boolean explains() {
    return EXPLAINING.matcher(String.valueOf(cell(Role.KIND))).lookingAt();
  }

  /// A matrix that this product wrote says which rows don't bind; an explanation in a table of requirements doesn't either.
  Tier tier() {
    return "candidate".equals(cell(Role.TIER)) || isOther() ? Tier.CANDIDATE : Tier.REQUIREMENT;
  }

  /// Reports repeat the ID before the statement.
  private static String withoutOwnId(String text, String id) {
    if (!text.startsWith(id) || text.length() == id.length()) {
      return text;
    }
    var rest = text.substring(id.length());
    return LEAD.matcher(rest).lookingAt() ? LEAD.matcher(rest).replaceFirst("") : text;
  }

  /// A deleted requirement may have lost its text: what says so is what is left of it.
  private @Nullable String goneStatement(String id) {
    var status = status(id);
    return status != null && Status.of(status, status) == Status.DELETED ? status : goneRemark();
  }

  private @Nullable String goneRemark() {
    var remark = cell(Role.REMARK);
    return remark != null && Status.of(null, remark) == Status.DELETED ? remark : null;
  }

  /// The status column, or what stands behind the ID in its cell; a remark that it is gone outweighs both.
  private @Nullable String status(String id) {
    var status = cell(Role.STATUS);
    var gone = goneRemark();
    var idCell = cell(Role.ID);
    return gone != null
        ? gone
        : status != null || idCell == null ? status : idCell.replace(id, "").strip();
  }

  private Map<Beside, String> beside(@Nullable String id) {
    var beside = new EnumMap<Beside, String>(Beside.class);
    put(beside, Beside.STATUS, id == null ? cell(Role.STATUS) : status(id));
    var method = cell(Role.METHOD);
    put(beside, Beside.METHOD, method == null ? columns.methods(cells) : method);
    put(beside, Beside.PRIORITY, cell(Role.PRIORITY));
    put(beside, Beside.RATIONALE, cell(Role.RATIONALE));
    put(beside, Beside.KIND, cell(Role.KIND));
    return beside;
  }

  private static void put(Map<Beside, String> beside, Beside what, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      beside.put(what, text);
    }
  }
}
