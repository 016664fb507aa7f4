package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.Draft.Beside;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads needs: pieces that their author marked as a requirement, a test or the like, with named fields.
final class Needs {
  private static final Pattern TEST = Pattern
      .compile("(?:.*[_-])?(?:test|tc|testcase|verification)(?:[_-]?\\w+)?|.*test.?case.*");
  private static final Pattern REQUIREMENT = Pattern.compile(
      ".*req.*|.*requirement.*|(?:.*[_-])?(?:need|story|user.?story|feature|feat|goal|constraint|rule|hlr|llr|srs|srd|"
          + "spec|specification|use.?case|epic|safety.?goal|sg|[fn]r|nfr|[a-z]{1,3}sr|s[wy]r)");
  private static final Pattern PROSE = Pattern.compile("text|free_?text|note|info|comment");
  private static final Set<String> NO_LINKS = Set.of("type", "id", "uid", "mid", "title",
      "statement", "status",
      "tags", "priority", "rationale", "comment", "file", "level", "verification", "method",
      "verification_method", "collapse", "hide", "layout", "style", "template", "delete",
      "jinja_content",
      "prefix", "date", "version", "author", "child", "children");
  private static final Set<String> TO_TESTS = Set.of("tests", "tested_by", "verified_by", "test",
      "testcases", "test_cases", "is_tested_by", "is_verified_by");
  private static final Pattern NAME = Pattern.compile("[\\w.~:-]{1,80}");

  private final Harvest harvest;

  Needs(Harvest harvest) {
    this.harvest = harvest;
  }

  /// Whether the need is prose that only stands in a field.
  static boolean isProse(Passage need) {
    var type = type(need);
    return PROSE.matcher(type).matches() && need.field("id") == null;
  }

  void need(Passage need) {
    var type = type(need);
    var id = need.field("id");
    if (id != null && TEST.matcher(type).matches()) {
      test(need, id.strip());
    } else if (REQUIREMENT.matcher(type).matches()
        || (Words.binds(need.text()) && !PROSE.matcher(type).matches())) {
      requirement(need, id == null || id.isBlank() ? null : id.strip());
    }
  }

  private void test(Passage need, String id) {
    links(need).forEach((field, targets) -> harvest
        .add(
            Mention.ofTest(String.join("; ", targets), id, List.of(), null, need.source().file())));
  }

  private void requirement(Passage need, @Nullable String id) {
    var title = need.field("title");
    var text = need.text().isBlank() ? title : need.text().strip();
    if (text == null || text.isBlank()) {
      return;
    }
    var parents = new ArrayList<String>();
    links(need).forEach((field, targets) -> {
      if (!TO_TESTS.contains(field)) {
        parents.addAll(targets);
      } else if (id != null) {
        targets.forEach(
            t -> harvest.add(Mention.ofTest(id, t, List.of(), null, need.source().file())));
      }
    });
    harvest.declare(Draft.of(id, title, text, Tier.REQUIREMENT, need.source()).beside(beside(need))
        .under(parents));
    children(need, id);
  }

  /// What a parent says of its children is what they would say of it.
  private void children(Passage need, @Nullable String id) {
    for (var field : List.of("child", "children")) {
      var targets = need.field(field);
      if (id != null && targets != null) {
        harvest.add(
            new Mention(targets, Link.Type.PARENT, id, List.of(), null, need.source().file(),
                false));
      }
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
          .filter(n -> !n.isBlank()).toList();
      if (!NO_LINKS.contains(field) && !names.isEmpty() && names.stream().allMatch(Needs::isName)) {
        links.put(field, names);
      }
    });
    return links;
  }

  private static boolean isName(String text) {
    return NAME.matcher(text).matches()
        && (Ids.isId(text) || text.indexOf('_') > 0 || text.indexOf('-') > 0);
  }

  private static String type(Passage need) {
    return Words.lower(need.fields().getOrDefault("type", ""));
  }
}
