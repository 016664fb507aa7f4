package dev.meanwhile.trace.test.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Words;
import java.util.List;
import java.util.stream.Stream;

/// Values or things that a response names one behind the other, as in "write 8, 16 or 32 bits": each can be looked at
/// alone, though nothing says that they are a list.
public final class Series {
  private static final Phrasebook BOOK = Phrasebook.of(Series.class);
  private static final Phrases AMOUNTS = BOOK.phrases("amounts");
  private static final Phrases NAMES = BOOK.phrases("names");
  private static final Phrases THINGS = BOOK.phrases("things");
  private static final Phrases BETWEEN = BOOK.phrases("between");
  private static final Phrases IN_TURN = BOOK.phrases("in turn");

  private Series() {}

  /// The members of the first series, as they are written; none where each belongs to something else in the sentence.
  public static List<String> in(String response) {
    return IN_TURN.areIn(response)
        ? List.of()
        : Stream.of(AMOUNTS, NAMES, THINGS).map(kind -> in(response, kind))
            .filter(members -> !members.isEmpty()).findFirst().orElse(List.of());
  }

  private static List<String> in(String response, Phrases kind) {
    var series = kind.in(response);
    if (!series.find()) {
      return List.of();
    }
    var members = BETWEEN.between(series.group(1)).map(String::strip).distinct().toList();
    return members.stream().anyMatch(m -> Clause.isOne(m) || Words.binds(m)) ? List.of() : members;
  }
}
