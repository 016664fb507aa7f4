package dev.meanwhile.trace.extract.harvest;

import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.sentence.PlainWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the readers of prose, tables and needs bring in from the documents, before it is put together.
public final class Harvest {
  private static final Pattern DIGITS = Pattern.compile("\\d+.*");
  private static final Pattern BARE = Pattern.compile("[A-Za-z]{1,12}\\d{3,}[A-Za-z]?");
  private static final int NAMED_FOR_ONE_BELOW = 2;
  private static final int NAMED_FOR_ONE_ELSEWHERE = 10;

  private final List<Draft> drafts = new ArrayList<>();
  private final Map<String, Integer> ids = new HashMap<>();
  private final Set<Draft> declared = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Draft> plain = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Draft> items = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Draft> listed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Draft> titles = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Draft> groups = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<String, Long> withoutHeading = new HashMap<>();
  private final Narrative narrative = new Narrative();
  private final Lists lists = new Lists();
  private final List<Mention> mentions = new ArrayList<>();
  private final Guidance guidance = new Guidance();
  private final List<Below> below = new ArrayList<>();
  private int named = -1;

  /// A text directly below a statement with an ID.
  ///
  /// @param above where that statement is among the drafts
  /// @param from where the first draft of the text is among them, and behind the last one
  private record Below(int above, int from, int to, String text) {}

  /// Takes a draft in, behind all others.
  public void add(Draft draft) {
    put(draft);
  }

  private void put(Draft draft) {
    drafts.add(draft);
    if (draft.id() != null) {
      ids.merge(draft.id(), 1, Integer::sum);
    }
  }

  /// A draft that its author marked as a requirement, whether it has an ID or not.
  public void declare(Draft draft) {
    put(draft);
    declared.add(draft);
  }

  /// A candidate that is a requirement where its document says neither shall nor must.
  ///
  /// @param isItem whether it is an item of a list under a heading of requirements
  public void addPlain(Draft draft, boolean isItem) {
    put(draft);
    plain.add(draft);
    if (isItem) {
      items.add(draft);
    }
  }

  /// The last draft is a candidate in a text without headings: a requirement where most of the text is of its kind.
  public void list() {
    listed.add(last());
  }

  /// A heading that names a requirement and states nothing: a title of a group if others are numbered below it.
  public void title(Draft draft) {
    put(draft);
    titles.add(draft);
  }

  /// Such a heading is the title of a group.
  public void group(Draft title) {
    groups.add(title);
  }

  /// Counts a sentence of a text without headings.
  public void withoutHeading(String file) {
    withoutHeading.merge(file, 1L, Long::sum);
  }

  /// What counts sentences below headings that tell nothing.
  public Narrative narrative() {
    return narrative;
  }

  /// What counts sentences of lists.
  public Lists lists() {
    return lists;
  }

  /// Takes a mention in.
  public void add(Mention mention) {
    mentions.add(mention);
  }

  /// Whether a draft has this ID.
  public boolean knows(@Nullable String id) {
    return id != null && ids.containsKey(id);
  }

  /// Whether there is no draft yet.
  public boolean isEmpty() {
    return drafts.isEmpty();
  }

  /// How many drafts there are.
  public int size() {
    return drafts.size();
  }

  /// The draft that came last.
  public Draft last() {
    return drafts.getLast();
  }

  /// Puts a draft in the place of the last one.
  public void replaceLast(Draft draft) {
    replace(drafts.size() - 1, draft);
  }

  /// A statement whose ID stands before it, of which what follows may say more.
  public void addNamed(Draft draft) {
    put(draft);
    named = drafts.size() - 1;
  }

  /// Whether all that was found behind the last such statement has no ID.
  public boolean isNamedLast() {
    return named >= 0
        && drafts.subList(named + 1, drafts.size()).stream().allMatch(d -> d.id() == null);
  }

  /// The last statement whose ID stands before it.
  public Draft named() {
    return drafts.get(named);
  }

  /// Puts a draft in the place of that statement.
  public void replaceNamed(Draft draft) {
    replace(named, draft);
  }

  /// What was found from a place on stands in a text directly below the last statement with an ID, of which it is a part if
  /// both bind.
  public boolean below(int from, String text) {
    boolean isPart = Words.binds(named().text()) && drafts.subList(from, drafts.size()).stream()
        .anyMatch(d -> d.tier() == Tier.REQUIREMENT && isStray(d));
    if (isPart) {
      below.add(new Below(named, from, drafts.size(), text));
    }
    return isPart;
  }

  private void replace(int at, Draft draft) {
    var last = exchange(at, draft);
    if (plain.remove(last)) {
      plain.add(draft);
    }
    lists.replace(last, draft);
    narrative.replace(last, draft);
    if (items.remove(last)) {
      items.add(draft);
    }
    if (listed.remove(last)) {
      listed.add(draft);
    }
  }

  private Draft exchange(int at, Draft draft) {
    var old = drafts.set(at, draft);
    if (old.id() != null) {
      ids.computeIfPresent(old.id(), (_, count) -> count == 1 ? null : count - 1);
    }
    if (draft.id() != null) {
      ids.merge(draft.id(), 1, Integer::sum);
    }
    return old;
  }

  /// Puts a draft in the place of one that may not be the last.
  public void replace(Draft draft, Draft by) {
    exchange(drafts.lastIndexOf(draft), by);
    declared.add(by);
  }

  /// The mentions, in their order.
  public List<Mention> mentions() {
    return mentions;
  }

  /// A document that says by its title that it tells how to write.
  public void guide(String file) {
    guidance.guide(file);
  }

  /// Counts a sentence with a modal word.
  public void sentence(String file, boolean isOnWriting) {
    guidance.sentence(file, isOnWriting);
  }

  /// The drafts. In a document that mostly tells how to write requirements, what stands in no table of requirements is an
  /// example or a rule for writers, and nobody is bound by it. In one that lists its requirements with IDs in tables or marks them, what
  /// stands outside without an ID tells how the product is built or used. In one that demands in plain words, those
  /// bind.
  public List<Draft> drafts() {
    var habits = new Habits(drafts, declared);
    var binding = bindingInPlainWords();
    var above = idsWithOthersBelow();
    var families = families();
    return withoutStrays(drafts.stream().map(d -> {
      boolean group = groups.contains(d)
          || (titles.contains(d) && above.contains(String.valueOf(d.id())));
      boolean example = guidance.contains(d.source().file()) && !declared.contains(d);
      if (group || example || isLone(d, families)
          || (isStray(d) && (habits.leavesOut(d) || !narrative.mayBind(d)))) {
        return d.withTier(Tier.CANDIDATE);
      }
      return binding.contains(d) ? d.withTier(Tier.REQUIREMENT) : d;
    }).toList());
  }

  /// In a document that gives nearly all of its requirements an ID, what binds directly below one is a part of it; the few
  /// that bind elsewhere are candidates.
  private List<Draft> withoutStrays(List<Draft> read) {
    var whole = new ArrayList<>(read);
    var parts = new HashSet<Integer>();
    var before = new Habits(read, declared);
    for (var text : below) {
      var statement = whole.get(text.above());
      if (before.namesAsMany(statement.source().file(), NAMED_FOR_ONE_BELOW)) {
        whole.set(text.above(), statement.withText(statement.text() + "\n" + text.text()));
        IntStream.range(text.from(), text.to()).forEach(parts::add);
      }
    }
    var left = IntStream.range(0, whole.size()).filter(at -> !parts.contains(at))
        .mapToObj(whole::get).toList();
    var after = new Habits(left, declared);
    return left.stream().map(d -> isStray(d)
        && after.namesAsMany(d.source().file(), NAMED_FOR_ONE_ELSEWHERE)
            ? d.withTier(Tier.CANDIDATE)
            : d)
        .toList();
  }

  /// How many IDs each document has that begin with the same letters.
  private Map<String, Set<String>> families() {
    return drafts.stream().filter(d -> d.id() != null)
        .collect(Collectors.groupingBy(Harvest::family,
            Collectors.mapping(d -> String.valueOf(d.id()), Collectors.toSet())));
  }

  private static String family(Draft draft) {
    return draft.source().file() + "\0" + DIGITS.matcher(String.valueOf(draft.id())).replaceAll("");
  }

  /// Whether an ID of nothing but letters and a number, the only one of its kind, stands before words that demand nothing:
  /// then it names a course, a product or a room.
  private boolean isLone(Draft draft, Map<String, Set<String>> families) {
    var id = draft.id();
    return id != null && !declared.contains(draft) && BARE.matcher(id).matches()
        && !Ids.isNamed(id) && !Words.binds(draft.text()) && !Words.wishes(draft.text())
        && families.getOrDefault(family(draft), Set.of()).size() == 1;
  }

  private Set<String> idsWithOthersBelow() {
    return drafts.stream().filter(d -> d.id() != null && !titles.contains(d))
        .flatMap(
            d -> Stream.iterate(Ids.above(String.valueOf(d.id())), Objects::nonNull, Ids::above))
        .collect(Collectors.toSet());
  }

  /// What binds in documents that demand without shall and must and give their requirements no IDs.
  private Set<Draft> bindingInPlainWords() {
    var spoken = new Spoken(drafts, plain, items, listed, withoutHeading);
    var binding = Collections.<Draft>newSetFromMap(new IdentityHashMap<>());
    plain.stream().filter(spoken::binds)
        .filter(d -> narrative.mayBindPlainly(d) || PlainWords.isOfTheProduct(d.text()))
        .forEach(binding::add);
    listed.stream().filter(spoken::isOfAList).forEach(binding::add);
    binding.addAll(lists.binding());
    return binding;
  }

  private boolean isStray(Draft draft) {
    return draft.id() == null && !declared.contains(draft);
  }
}
