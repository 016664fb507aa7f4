package dev.meanwhile.trace.extract.harvest;

import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.sentence.PlainWords;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How often documents demand in which words, which tells what binds in those that hardly say shall and must.
final class Spoken {
  private static final int FEWEST = 3;
  private static final int FEWEST_SHOULD = 2;
  private static final int FEWEST_LISTED = 5;
  private static final int FOR_ONE_SHALL = 5;
  private static final int FOR_ONE_SHALL_LISTED = 4;

  private final Map<String, Long> shall;
  private final Map<String, Long> plain;
  private final Map<String, Long> should;
  private final Map<String, Long> will;
  private final Map<String, Long> told;
  private final Set<Draft> items;
  private final Map<String, Long> inLists;
  private final Map<String, Long> listed;
  private final Map<String, Long> sentences;

  /// @param plain candidates that may bind by the place where they stand
  /// @param listed those of texts without headings
  /// @param sentences how many sentences the texts without headings have
  /// @param items those of them that are items of a list under a heading of requirements
  Spoken(List<Draft> drafts, Collection<Draft> plain, Set<Draft> items, Collection<Draft> listed,
      Map<String, Long> sentences) {
    this.shall = counted(drafts.stream()
        .filter(d -> d.tier() == Tier.REQUIREMENT && (d.id() != null || Words.binds(d.text()))));
    this.plain = counted(plain.stream());
    this.should = counted(plain.stream().filter(d -> PlainWords.saysShould(d.text())));
    this.will = counted(plain.stream().filter(d -> PlainWords.foretells(d.text())));
    this.told = counted(plain.stream().filter(d -> !PlainWords.demands(d.text())));
    this.items = items;
    this.inLists = counted(items.stream());
    this.listed = counted(listed.stream());
    this.sentences = sentences;
  }

  /// Whether a plain candidate binds: where shall is hardly ever said, where should is said more than once, or where the
  /// candidate's own word is said as often as shall. What only tells binds where at least half of
  /// what demands is in the words of what is.
  boolean binds(Draft draft) {
    var file = draft.source().file();
    long most = of(shall, file);
    if (onlyTells(draft) && 2 * of(told, file) < of(plain, file) + most) {
      return false;
    }
    return of(plain, file) >= Math.max(FEWEST, FOR_ONE_SHALL * most)
        || (PlainWords.saysShould(draft.text()) && of(should, file) >= FEWEST_SHOULD)
        || (items.contains(draft) && of(inLists, file) >= Math.max(FEWEST, most))
        || (PlainWords.foretells(draft.text()) && of(will, file) >= Math.max(FEWEST, most));
  }

  /// Whether the draft is of a text without headings that is a list of demands: three fifths of its sentences demand, in
  /// plain words four times as often as by shall and must. Where it is less, only what should be is one of them.
  boolean isOfAList(Draft draft) {
    var file = draft.source().file();
    long demands = of(listed, file);
    long binding = of(shall, file);
    return demands + binding >= FEWEST_LISTED && 5 * (demands + binding) >= 3 * of(sentences, file)
        && (demands >= FOR_ONE_SHALL_LISTED * binding || PlainWords.saysShould(draft.text()));
  }

  private boolean onlyTells(Draft draft) {
    return !items.contains(draft) && PlainWords.onlyTell(draft.text());
  }

  private static long of(Map<String, Long> counts, String file) {
    return counts.getOrDefault(file, 0L);
  }

  private static Map<String, Long> counted(Stream<Draft> drafts) {
    return drafts.collect(Collectors.groupingBy(d -> d.source().file(), Collectors.counting()));
  }
}
