package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.harvest.Draft;
import dev.meanwhile.trace.extract.harvest.Harvest;
import dev.meanwhile.trace.extract.harvest.Mention;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.prose.HeadingWords;
import dev.meanwhile.trace.extract.sentence.TestHeading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sections of a test specification that stand under the ID of what they test: they state no requirement, and the tests
/// that they describe verify this one.
final class TestSections {
  /// How the description of a test begins, or a part of it.
  private static final Pattern DESCRIBES = Pattern.compile(
      "[\\W_]{0,8}(?:test[ _-]?(?:case|step|procedure|data|id|name|method|objective)s?|tests?|steps?|expected(?: results?| outcome)?"
          + "|pass(?:/fail)? criteria)[\\W_]{0,4}(?::|$)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern BEFORE_NAME = Pattern.compile(
      "[\\W_]*(?:test(?:[ _-]?case)?s?(?:[ _-](?:id|name))?)?[\\W_]*", Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_NAME = 200;

  private record Above(int level, boolean isOfTests) {}

  private final Harvest harvest;
  private final List<Passage> passages;
  private final Deque<Above> above = new ArrayDeque<>();
  private final List<Passage> rest = new ArrayList<>();

  private TestSections(Harvest harvest, List<Passage> passages) {
    this.harvest = harvest;
    this.passages = passages;
  }

  /// The passages without the texts of such sections; tables stay.
  static List<Passage> without(List<Passage> passages, Harvest harvest) {
    var sections = new TestSections(harvest, passages);
    for (int at = 0; at < passages.size();) {
      at = sections.next(at);
    }
    return sections.rest;
  }

  private int next(int at) {
    var passage = passages.get(at);
    if (at > 0 && !isSameFile(at - 1, at)) {
      above.clear();
    }
    if (passage.kind() == Kind.HEADING) {
      enter(passage);
      int end = above.stream().anyMatch(Above::isOfTests) ? end(at) : at;
      var place = end > at + 1 ? place(passage) : null;
      if (place != null && describesTests(at + 1, end)) {
        section(place, at, end);
        return end;
      }
    }
    rest.add(passage);
    return at + 1;
  }

  private boolean isSameFile(int one, int other) {
    return passages.get(one).source().file().equals(passages.get(other).source().file());
  }

  private void enter(Passage heading) {
    while (!above.isEmpty() && above.peek().level() >= heading.level()) {
      above.pop();
    }
    above.push(new Above(heading.level(),
        TestHeading.is(HeadingWords.of(heading.text()))));
  }

  /// The requirement's ID that a heading begins with; null if it states something or names no requirement.
  private static Ids.@Nullable Place place(Passage heading) {
    var words = HeadingWords.of(heading.text());
    var ids = Ids.in(words);
    boolean names = !ids.isEmpty() && ids.getFirst().start() <= 1
        && Ids.isSure(ids.getFirst().id()) && !Ids.isTest(ids.getFirst().id())
        && !Words.binds(words);
    return names ? ids.getFirst() : null;
  }

  private int end(int at) {
    int end = at + 1;
    while (end < passages.size() && isSameFile(at, end) && (passages.get(end).kind() != Kind.HEADING
        || passages.get(end).level() > passages.get(at).level())) {
      end++;
    }
    return end;
  }

  /// Whether tests are described before anything is stated.
  private boolean describesTests(int from, int to) {
    boolean below = false;
    for (var passage : passages.subList(from, to)) {
      if (passage.kind() == Kind.ROW) {
        return false;
      }
      if (DESCRIBES.matcher(passage.text()).lookingAt() || name(passage) != null) {
        return true;
      }
      below |= passage.kind() == Kind.HEADING;
      if (!below && Words.binds(passage.text())) {
        return false;
      }
    }
    return false;
  }

  private void section(Ids.Place place, int at, int end) {
    var heading = passages.get(at);
    var title = HeadingWords.of(heading.text()).substring(place.end())
        .replaceFirst("^[\\])>`*_\\s:.\u2013\u2014-]+", "");
    if (!title.isBlank()) {
      harvest.add(Draft.of(place.id(), title, title, Tier.REQUIREMENT, heading.source())
          .repeated());
    }
    rest.add(Passage.heading(title.isBlank() ? "Tests" : title, heading.level(),
        heading.source()));
    for (var passage : passages.subList(at + 1, end)) {
      if (passage.kind() == Kind.ROW || passage.kind() == Kind.NEED) {
        rest.add(passage);
      } else {
        test(passage, place.id());
      }
    }
  }

  private void test(Passage passage, String requirement) {
    var name = name(passage);
    if (name != null) {
      harvest.add(
          Mention.ofTest(requirement, name, List.of(), null, passage.source().file()));
    }
  }

  /// The ID of the test whose description begins in a passage.
  private static @Nullable String name(Passage passage) {
    int end = passage.text().indexOf('\n');
    var line = passage.text().substring(0,
        Math.min(LONGEST_NAME, end < 0 ? passage.text().length() : end));
    return Ids.in(line).stream().findFirst()
        .filter(name -> Ids.isTest(name.id())
            && BEFORE_NAME.matcher(line.substring(0, name.start())).matches())
        .map(Ids.Place::id).orElse(null);
  }
}
