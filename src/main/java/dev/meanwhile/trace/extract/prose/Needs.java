package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.harvest.Draft;
import dev.meanwhile.trace.extract.harvest.Draft.Beside;
import dev.meanwhile.trace.extract.harvest.Harvest;
import dev.meanwhile.trace.extract.harvest.Mention;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads needs: pieces that their author marked as a requirement, a test or the like, with named fields.
public final class Needs {
  private static final Pattern TEST = Pattern
      .compile("(?:.*[_-])?(?:test|tc|testcase|verification)(?:[_-]?\\w+)?|.*test.?case.*");
  private static final Pattern REQUIREMENT = Pattern.compile(
      ".*req.*|.*requirement.*|(?:.*[_-])?(?:need|story|user.?story|feature|feat|goal|constraint|rule|hlr|llr|srs|srd|"
          + "spec|specification|use.?case|epic|safety.?goal|sg|[fn]r|nfr|[a-z]{1,3}sr|s[wy]r)");
  private static final Pattern PROSE = Pattern.compile("text|free_?text|note|info|comment");
  /// What stands among requirements and is none, even if it binds.
  private static final Pattern OTHER = Pattern.compile(
      "assumption|(?:open_?)?(?:question|point|issue)|risk|hazard|threat|decision|rationale|definition|glossary_?\\w{0,20}|term");
  private static final Set<String> NO_LINKS = Set.of("type", "id", "uid", "mid", "title",
      "statement", "status",
      "tags", "priority", "rationale", "comment", "file", "level", "verification", "method",
      "verification_method", "collapse", "hide", "layout", "style", "template", "delete",
      "jinja_content",
      "prefix", "date", "version", "author", "child", "children", "release", "milestone", "sprint",
      "variant", "baseline", "safety", "security", "asil", "sil", "dal");
  /// What authors call a field that holds the statement.
  private static final List<String> STATED = List.of("statement", "requirement_text", "shall");
  /// What authors call a field that names other needs. In a field of another name only what is an ID by its shape is one.
  private static final Pattern LINKS = Pattern.compile(
      ".*(?:link|satisf|deriv|refin|fulfil|implement|trace|parent|cover|reali[sz]|alloc|belong|verif|valid|depend|relat|mitigat|address|refs?$|reqs?$|needs?$|specs?$)(?:.*)"
          + "|.*_(?:by|of|to|from)|parent|tests?|up|down");
  /// What a link says of the need that it names, in brackets behind the name, as a version.
  private static final Pattern REMARK = Pattern.compile("\\[[^\\[\\]]{0,80}\\]$");
  private static final Pattern TEST_ID = Pattern
      .compile("(?:[A-Z]{0,3}TEST|TC|TST)[-_\\d].*", Pattern.CASE_INSENSITIVE);
  private static final Set<String> TO_TESTS = Set.of("tests", "tested_by", "verified_by", "test",
      "testcases", "test_cases", "is_tested_by", "is_verified_by", "validated_by");
  private static final Phrases REMARKS = Phrasebook.of(Needs.class).phrases("remarks");
  private static final Pattern PARAGRAPH = Pattern.compile("\\n[ \\t]*\\n\\s*");
  private static final Pattern NAME = Pattern.compile("[\\w.~:-]{1,80}");

  private final Harvest harvest;

  /// Reads into a harvest.
  public Needs(Harvest harvest) {
    this.harvest = harvest;
  }

  /// Whether the need is prose that only stands in a field.
  static boolean isProse(Passage need) {
    var type = type(need);
    return PROSE.matcher(type).matches() && need.field("id") == null;
  }

  /// The next need.
  public void need(Passage need) {
    var type = type(need);
    var id = need.field("id");
    if (id != null && isTest(type, id.strip())) {
      test(need, id.strip());
    } else if (REQUIREMENT.matcher(type).matches() || isItem(type, id)
        || (Words.binds(need.text()) && !PROSE.matcher(type).matches())) {
      boolean isOther = OTHER.matcher(type).matches();
      requirement(need, id == null || id.isBlank() ? null : id.strip(),
          isOther ? Tier.CANDIDATE : Tier.REQUIREMENT);
    }
  }

  private static boolean isTest(String type, String id) {
    return TEST.matcher(type).matches() || (type.equals("item") && TEST_ID.matcher(id).matches());
  }

  /// Where every need is an item, its ID tells what it is.
  private static boolean isItem(String type, @Nullable String id) {
    return type.equals("item") && id != null && Ids.isNamed(id);
  }

  private void test(Passage need, String id) {
    links(need).forEach((field, targets) -> harvest
        .add(
            Mention.ofTest(String.join("; ", targets), id, List.of(), null, need.source().file())));
  }

  private void requirement(Passage need, @Nullable String id, Tier tier) {
    var title = need.field("title");
    var stated = stated(need);
    var text = stated != null
        ? stated
        : need.text().isBlank() ? title : withoutRemarks(need.text().strip());
    if (text == null || text.isBlank()) {
      return;
    }
    var parents = new ArrayList<String>();
    links(need).forEach((field, targets) -> {
      if (TO_TESTS.contains(field)) {
        targets.forEach(t -> test(need, id, t));
      } else if (field.endsWith("_by")) {
        children(need, id, String.join("; ", targets));
      } else {
        parents.addAll(targets);
      }
    });
    var draft = Draft.of(id, title, text, tier, need.source()).beside(beside(need))
        .under(parents);
    var reasoned = draft.reasoned();
    boolean explained = reasoned.equals(draft) && stated != null && !need.text().isBlank();
    harvest.declare(explained ? draft.because(need.text().strip()) : reasoned);
    for (var field : List.of("child", "children")) {
      children(need, id, need.field(field));
    }
  }

  /// The statement without the paragraphs around it that only remark something.
  private static String withoutRemarks(String text) {
    var stated = Stream.of(PARAGRAPH.split(text, -1))
        .filter(paragraph -> !REMARKS.begin(paragraph) || Words.binds(paragraph))
        .collect(Collectors.joining("\n\n"));
    return stated.isEmpty() ? text : stated;
  }

  /// The statement in a field of its own: what stands below the fields then explains it.
  private static @Nullable String stated(Passage need) {
    return STATED.stream().map(need::field).filter(Objects::nonNull).map(String::strip)
        .filter(text -> text.indexOf(' ') > 0).findFirst().orElse(null);
  }

  private void test(Passage need, @Nullable String id, String test) {
    if (id != null) {
      harvest.add(Mention.ofTest(id, test, List.of(), null, need.source().file()));
    }
  }

  /// What a parent says of its children is what they would say of it.
  private void children(Passage need, @Nullable String id, @Nullable String targets) {
    if (id != null && targets != null) {
      harvest.add(new Mention(targets, Link.Type.PARENT, id, List.of(), null,
          need.source().file(), false));
    }
  }

  private static Map<Beside, String> beside(Passage need) {
    var beside = new EnumMap<Beside, String>(Beside.class);
    put(beside, Beside.STATUS, need.field("status"));
    put(beside, Beside.PRIORITY, need.field("priority"));
    put(beside, Beside.RATIONALE, need.field("rationale"));
    for (var field : List.of("method", "verification", "verification_method")) {
      put(beside, Beside.METHOD, need.field(field));
    }
    return beside;
  }

  private static void put(Map<Beside, String> beside, Beside what, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      beside.put(what, text.strip());
    }
  }

  /// The fields that hold nothing but names: those are links, however their author called them.
  private static Map<String, List<String>> links(Passage need) {
    var links = new LinkedHashMap<String, List<String>>();
    need.fields().forEach((field, value) -> {
      var names = List.of(value.strip().split("\\s*[,;\\n]\\s*", -1)).stream()
          .filter(n -> !n.isBlank()).map(n -> REMARK.matcher(n).replaceFirst("")).toList();
      boolean named = LINKS.matcher(field).matches();
      if (!NO_LINKS.contains(field) && !names.isEmpty()
          && names.stream().allMatch(n -> isName(n) && (named || isSure(n)))) {
        links.put(field, names);
      }
    });
    return links;
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches()
        && (Ids.isId(text) || text.indexOf('_') > 0 || text.indexOf('-') > 0);
  }

  private static boolean isSure(String name) {
    return Ids.isId(name) && Ids.isSure(name);
  }

  private static String type(Passage need) {
    return Words.lower(need.fields().getOrDefault("type", ""));
  }
}
