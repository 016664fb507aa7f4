package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.harvest.Draft;
import dev.meanwhile.trace.extract.harvest.Draft.Beside;
import dev.meanwhile.trace.extract.id.GoneIds;
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
    var sentence = GoneIds.at(heading.text(), 0, isOpen());
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
    int lines = 0;
    while (beginning.find()) {
      int at = beginning.end();
      var sentence = at < done ? null : GoneIds.at(passage.text(), at, isOpen());
      if (sentence != null) {
        lines += lines(passage.text().substring(done, at));
        keep(sentence, below(passage.source(), lines));
        text.replace(at, sentence.end(), " ".repeat(sentence.end() - at));
        done = sentence.end();
      }
    }
    return done == 0
        ? passage
        : new Passage(passage.kind(), text.toString(), List.of(), passage.level(), passage.fields(),
            passage.source());
  }

  private static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  private static Source below(Source source, int lines) {
    return source.line() == null ? source : source.atLine(source.line() + lines);
  }

  /// A document can name any number of IDs in a few words: from some number on only those that it writes out count.
  private boolean isOpen() {
    return gone.size() < MOST_IDS;
  }

  private void keep(GoneIds sentence, Source source) {
    for (var id : sentence.ids()) {
      gone.putIfAbsent(key(source, id),
          Draft.of(id, null, sentence.statement(), Tier.REQUIREMENT, source));
    }
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
