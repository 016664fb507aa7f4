package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines that open with an ID and no sign behind it. Where a document writes its binding statements so, one that doesn't
/// bind is a statement too: a colon is put behind its ID, by which the readers know it.
final class Openings {
  private static final int FEWEST = 3;
  private static final int ENOUGH_WORDS = 4;
  private static final Pattern OPENING = Pattern.compile(
      "(?m)^([ \\t]{0,8}[*_]{0,3}\\[?)([A-Za-z][\\w.-]{1,63})(\\]?[*_]{0,3})([ \\t]{1,8})(?=([\\p{Lu}<\"“][^\\n]{0,600}))");
  private static final Pattern DIGITS = Pattern.compile("\\d.*");

  private final Map<String, Set<String>> binding = new HashMap<>();
  private final Map<String, Integer> openings = new HashMap<>();
  private final Set<String> stated = new HashSet<>();

  private Openings() {}

  /// The passages with a colon behind such IDs.
  static List<Passage> marked(List<Passage> passages) {
    var openings = new Openings();
    passages.forEach(openings::look);
    boolean any = openings.binding.values().stream().anyMatch(ids -> ids.size() >= FEWEST);
    return any ? passages.stream().map(openings::marked).toList() : passages;
  }

  private void look(Passage passage) {
    var file = passage.source().file();
    if (!isText(passage)) {
      var first = passage.cells().isEmpty() ? List.<Ids.Place>of() : idsIn(passage.cells());
      first.forEach(id -> stated.add(file + "\0" + id.id()));
      return;
    }
    var lines = OPENING.matcher(passage.text());
    while (lines.find()) {
      var id = lines.group(2);
      if (isSure(id)) {
        openings.merge(file + "\0" + id, 1, Integer::sum);
        if (Words.binds(lines.group(5))) {
          binding.computeIfAbsent(file + "\0" + family(id), _ -> new HashSet<>()).add(id);
        }
      }
    }
  }

  private static List<Ids.Place> idsIn(List<String> cells) {
    var ids = new ArrayList<Ids.Place>();
    cells.stream().limit(2).filter(cell -> cell.length() <= 100)
        .forEach(cell -> ids.addAll(Ids.in(cell)));
    return ids;
  }

  private Passage marked(Passage passage) {
    if (!isText(passage)) {
      return passage;
    }
    var file = passage.source().file();
    var text = OPENING.matcher(passage.text())
        .replaceAll(line -> Matcher.quoteReplacement(marked(line, file)));
    return text.equals(passage.text())
        ? passage
        : new Passage(passage.kind(), text, passage.cells(), passage.level(), passage.fields(),
            passage.source());
  }

  private String marked(MatchResult line, String file) {
    var id = line.group(2);
    var known = file + "\0" + id;
    boolean isOne = isSure(id) && !Words.binds(line.group(5))
        && Words.count(line.group(5)) >= ENOUGH_WORDS
        && openings.getOrDefault(known, 0) == 1 && !stated.contains(known)
        && binding.getOrDefault(file + "\0" + family(id), Set.of()).size() >= FEWEST;
    return isOne
        ? line.group(1) + id + ":" + line.group(3) + line.group(4)
        : line.group();
  }

  private static boolean isSure(String id) {
    return Ids.isId(id) && Ids.isSure(id) && !Ids.isTest(id) && !Ids.isOfOther(id);
  }

  /// What stands before the first digit.
  private static String family(String id) {
    return DIGITS.matcher(id).replaceFirst("");
  }

  private static boolean isText(Passage passage) {
    return passage.kind() == Kind.PARAGRAPH || passage.kind() == Kind.ITEM;
  }
}
