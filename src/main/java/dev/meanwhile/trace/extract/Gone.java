package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Draft.Beside;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The requirements of which the prose says in a sentence of its own that they are gone.
final class Gone {
  private static final int MOST_IDS = 10_000;
  private static final Pattern BEGINNING = Pattern.compile("^|\\n|[.;!?]\\s{1,3}");

  /// By document and ID.
  private final Map<String, Draft> gone = new LinkedHashMap<>();

  /// The passage with blanks in the place of each such sentence, so that nobody takes it for a statement; it can be blank
  /// as a whole. A heading keeps what it says without the IDs.
  Passage without(Passage passage) {
    return switch (passage.kind()) {
      case PARAGRAPH, ITEM -> withoutSentences(passage);
      case HEADING -> withoutIds(passage);
      case ROW, CODE, NEED -> passage;
    };
  }

  private Passage withoutIds(Passage heading) {
    var sentence = GoneIds.at(heading.text(), 0);
    if (sentence == null) {
      return heading;
    }
    keep(sentence, heading.source());
    return Passage.heading(sentence.statement(), heading.level(), heading.source());
  }

  private Passage withoutSentences(Passage passage) {
    var text = new StringBuilder(passage.text());
    var beginning = BEGINNING.matcher(passage.text());
    int done = 0;
    while (beginning.find()) {
      var sentence = beginning.end() < done ? null : GoneIds.at(passage.text(), beginning.end());
      if (sentence != null) {
        keep(sentence, at(passage, beginning.end()));
        text.replace(beginning.end(), sentence.end(),
            " ".repeat(sentence.end() - beginning.end()));
        done = sentence.end();
      }
    }
    return done == 0
        ? passage
        : new Passage(passage.kind(), text.toString(), List.of(), passage.level(), passage.fields(),
            passage.source());
  }

  private void keep(GoneIds sentence, Source source) {
    for (var id : gone.size() < MOST_IDS ? sentence.ids() : sentence.ends()) {
      gone.putIfAbsent(key(source, id),
          Draft.of(id, null, sentence.statement(), Tier.REQUIREMENT, source));
    }
  }

  private static Source at(Passage passage, int offset) {
    var source = passage.source();
    int lines = (int) passage.text().substring(0, offset).chars().filter(c -> c == '\n').count();
    return source.line() == null ? source : source.atLine(source.line() + lines);
  }

  private static String key(Source source, String id) {
    return source.file() + "\0" + id;
  }

  /// The drafts with what is said of them, and behind them those of which nothing else is said.
  List<Draft> applied(List<Draft> drafts) {
    var applied = new ArrayList<Draft>();
    var left = new LinkedHashMap<>(gone);
    for (var draft : drafts) {
      var said = draft.id() == null ? null : gone.get(key(draft.source(), draft.id()));
      applied.add(said == null ? draft : ended(draft, said.text()));
      left.remove(key(draft.source(), String.valueOf(draft.id())));
    }
    applied.addAll(left.values());
    return applied;
  }

  private static Draft ended(Draft draft, String statement) {
    var beside = new EnumMap<Beside, String>(Beside.class);
    beside.putAll(draft.beside());
    beside.put(Beside.STATUS, statement);
    return draft.beside(beside);
  }
}
