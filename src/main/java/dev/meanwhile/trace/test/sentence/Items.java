package dev.meanwhile.trace.test.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The lines of a list in a text, each with the lines that go on with it.
public final class Items {
  private static final Phrasebook BOOK = Phrasebook.of(Items.class);
  private static final Phrases ITEM = BOOK.phrases("item");
  private static final Phrases JOINT = BOOK.phrases("joint");
  private static final Phrases LEAD_IN = BOOK.phrases("lead in");
  private static final Phrases STATEMENT = BOOK.phrases("statement");
  private static final Pattern PARAGRAPH_END = Pattern.compile("\\n[ \\t]*\\n|\\n(?![ \\t])");

  private Items() {}

  /// What is listed; none where a single line looks like one of a list.
  static List<String> in(String text) {
    var items = ITEM.in(text).results()
        .map(i -> JOINT.in(Words.oneLine(i.group(1))).replaceFirst("")).distinct().toList();
    return items.size() > 1 ? items : List.of();
  }

  /// Where the list begins, the text's end if it has none before which something stands.
  static int start(String text) {
    var item = ITEM.in(text);
    return item.find() && item.start() > 0 ? item.start() : text.length();
  }

  /// The texts that a text stands for: where the lines of its list are sentences that bind by themselves, each of them and
  /// what is stated before and behind the list; else the text alone.
  public static List<String> texts(String text) {
    var items = ITEM.in(text).results().toList();
    if (items.isEmpty() || items.getFirst().start() == 0 || !areStatements(text, items)) {
      return List.of(text);
    }
    var texts = new ArrayList<String>();
    texts.add(LEAD_IN.in(text.substring(0, items.getFirst().start()).strip()).replaceFirst(""));
    items.forEach(i -> texts.add(Words.oneLine(i.group(1))));
    PARAGRAPH_END.splitAsStream(text.substring(items.getLast().end())).filter(STATEMENT::areIn)
        .forEach(texts::add);
    return texts.stream().map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  /// Behind a colon all of them; below a sentence that is whole one suffices.
  private static boolean areStatements(String text, List<MatchResult> items) {
    var lead = text.substring(0, items.getFirst().start()).strip();
    var lines = items.stream().map(i -> i.group(1));
    return lead.endsWith(":")
        ? items.size() > 1 && lines.allMatch(STATEMENT::begin)
        : Words.binds(lead) && lines.anyMatch(STATEMENT::begin);
  }
}
