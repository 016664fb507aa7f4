package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.id.Labels;
import dev.meanwhile.trace.extract.statement.Clauses;
import dev.meanwhile.trace.extract.statement.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Paragraphs of nothing but an ID and a title, each above the statement that they name, which may be their other lines if
/// those stand further in. Where a document does so throughout, they are its headings.
final class Captions {
  private static final int LEVEL = 9;
  private static final int FEWEST = 2;
  private static final int MOST_WORDS = 10;
  private static final int MOST_LABELS = 3;
  private static final int LONGEST = 120;
  private static final int LONGEST_PARAGRAPH = 600;
  private static final int LONGEST_STATEMENT = 5_000;
  private static final Pattern INDENTED = Pattern
      .compile("\\S[^\\n]*+(?:\\n(?:[ ]{2,}+|\\t)[^\\n]*+)++");
  private static final Pattern SENTENCE_END = Pattern.compile("[.:;,?!]$");
  /// A word in lower case, unlike `pH` and `eMail`.
  private static final Pattern LOWER_CASE = Pattern.compile("\\p{Ll}(?!\\p{Lu})");
  private static final Pattern SEPARATOR = Pattern.compile("^[\\])>`*_\\s:.\u2013\u2014-]+");

  private final List<Passage> passages;

  private Captions(List<Passage> passages) {
    this.passages = passages;
  }

  /// The passages of documents with their captions as headings.
  static List<Passage> marked(List<Passage> passages) {
    var marked = new ArrayList<Passage>();
    int from = 0;
    for (int at = 1; at <= passages.size(); at++) {
      if (at == passages.size() || !passages.get(at).source().file()
          .equals(passages.get(from).source().file())) {
        marked.addAll(new Captions(passages.subList(from, at)).marked());
        from = at;
      }
    }
    return marked;
  }

  private List<Passage> marked() {
    var titles = new ArrayList<@Nullable String>();
    passages.forEach(passage -> titles.add(title(passage)));
    var captions = new ArrayList<Integer>();
    int all = 0;
    for (int at = 0; at < passages.size(); at++) {
      if (titles.get(at) != null) {
        all++;
        if (isIndented(at) ? isBinding(passages.get(at)) : isStatement(belowLabels(at + 1))) {
          captions.add(at);
        }
      }
    }
    if (captions.size() < FEWEST || 2 * captions.size() < all) {
      return passages;
    }
    var stated = new HashSet<>(captions);
    return marked(titles, IntStream.range(0, passages.size())
        .filter(at -> titles.get(at) != null && (isIndented(at) || stated.contains(at))).boxed()
        .toList());
  }

  /// Whether all lines below the first stand further in.
  private boolean isIndented(int at) {
    var text = passages.get(at).text();
    return INDENTED.matcher(text).matches();
  }

  private static boolean isBinding(Passage passage) {
    return Words.binds(passage.text()) || Words.wishes(passage.text());
  }

  private List<Passage> marked(List<@Nullable String> titles, List<Integer> captions) {
    var marked = new ArrayList<Passage>();
    int next = 0;
    for (int at = 0; at < passages.size(); at++) {
      var passage = passages.get(at);
      var title = titles.get(at);
      if (title == null || next == captions.size() || captions.get(next) != at) {
        marked.add(passage);
        continue;
      }
      next++;
      marked.add(Passage.heading(title, LEVEL, passage.source()));
      int end = passage.text().indexOf('\n');
      if (end >= 0) {
        marked.add(Passage.paragraph(passage.text().substring(end + 1), passage.source()));
      }
    }
    return marked;
  }

  /// The first line of a paragraph if it is an ID with a title, and only labels stand below it.
  private static @Nullable String title(Passage passage) {
    if (passage.kind() != Kind.PARAGRAPH) {
      return null;
    }
    boolean isIndented = INDENTED.matcher(passage.text()).matches();
    if (passage.text().length() > (isIndented ? LONGEST_STATEMENT : LONGEST_PARAGRAPH)) {
      return null;
    }
    var spelled = Labels.spelled(passage);
    var lines = spelled.text().lines().toList();
    boolean isTitle = spelled.kind() == Kind.PARAGRAPH && !lines.isEmpty()
        && isTitle(lines.getFirst())
        && (isIndented
            || lines.stream().skip(1).allMatch(line -> Fields.ofLine(line) != null));
    return isTitle ? lines.getFirst() : null;
  }

  private static boolean isTitle(String line) {
    var ids = line.length() > LONGEST ? List.<Ids.Place>of() : Ids.in(line);
    if (ids.isEmpty() || ids.getFirst().start() > 1 || !Ids.isSure(ids.getFirst().id())
        || Ids.isTest(ids.getFirst().id())) {
      return false;
    }
    var behind = line.substring(ids.getFirst().end());
    var title = SEPARATOR.matcher(behind).replaceFirst("");
    return !title.isBlank() && title.length() < behind.length()
        && !LOWER_CASE.matcher(title).lookingAt() && Words.count(title) <= MOST_WORDS
        && !SENTENCE_END.matcher(title.strip()).find() && !Words.binds(title)
        && !Words.wishes(title);
  }

  /// The first passage from a place on that isn't one of labels, which may stand between a title and its statement.
  private int belowLabels(int from) {
    int at = from;
    while (at < passages.size() && at - from < MOST_LABELS
        && passages.get(at).kind() == Kind.PARAGRAPH && !Words.binds(passages.get(at).text())
        && passages.get(at).text().lines().allMatch(line -> Fields.ofLine(line) != null)) {
      at++;
    }
    return at;
  }

  private boolean isStatement(int at) {
    if (at >= passages.size()) {
      return false;
    }
    var passage = passages.get(at);
    boolean isText = passage.kind() == Kind.PARAGRAPH || passage.kind() == Kind.ITEM;
    return isText && passage.text().length() <= LONGEST_STATEMENT && isBinding(passage)
        && Clauses.of(passage.text()).stream().allMatch(clause -> clause.id() == null);
  }
}
