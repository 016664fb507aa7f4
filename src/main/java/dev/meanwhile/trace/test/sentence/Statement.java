package dev.meanwhile.trace.test.sentence;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A requirement's text taken apart: its conditions, its response, its list. All parts are quotes.
///
/// @param conditions at most four, each as written with its leading word
/// @param joined how several conditions hang together
/// @param state whether the conditions describe a state that lasts (while, during, until)
/// @param exception whether the response is due unless, or until, the condition holds
/// @param exclusive whether the response is due only if the condition holds
/// @param response the main clause
/// @param otherwise what is due if the conditions don't hold, null if the text doesn't say so
/// @param sentence the sentence that these are parts of
/// @param items the list that the text ends with, or that it names in brackets
public record Statement(List<String> conditions, Join joined, boolean state, boolean exception,
    boolean exclusive,
    String response, @Nullable String otherwise, String sentence, List<String> items) {

  /// Whether all parts of a condition have to hold, or any of them.
  public enum Join {
    AND, OR
  }

  private static final Phrasebook BOOK = Phrasebook.of(Statement.class);
  private static final Phrases STATE = BOOK.phrases("state");
  private static final Phrases UNLESS = BOOK.phrases("unless");
  private static final Phrases ONLY = BOOK.phrases("only");
  private static final Phrases GOES_ON = BOOK.phrases("goes on");
  private static final Phrases OTHERWISE = BOOK.phrases("otherwise");
  private static final Phrases PURPOSE = BOOK.phrases("purpose");
  private static final Phrases ONE_OF = BOOK.phrases("one of");
  private static final Phrases EITHER = BOOK.phrases("either");
  private static final Phrases CHOICE = BOOK.phrases("choice");
  private static final Phrases ENUMERATION = BOOK.phrases("enumeration");
  private static final Phrases BRACKETS = BOOK.phrases("brackets");
  private static final Phrases TOLD = BOOK.phrases("told");
  private static final Phrases PART = BOOK.phrases("part");

  /// Reads a requirement's text, which may end in a list.
  public static Statement of(String text) {
    var items = Items.in(text);
    var lead = items.isEmpty() ? text : text.substring(0, Items.start(text));
    var whole = binding(lead).strip();
    var sentence = Rules.in(whole).getFirst();
    var cut = Cut.of(sentence);
    return of(cut, sentence, items.isEmpty() ? inline(sentence, cut.condition()) : items,
        cut.otherwise() == null ? behind(whole, lead) : cut.otherwise());
  }

  /// Everything that the text states: what its binding sentence does, taken apart where it states several responses, and
  /// the other sentences that bind and have a condition.
  public static List<Statement> allOf(String text) {
    var main = of(text);
    if (!main.items.isEmpty()) {
      return List.of(main);
    }
    var whole = binding(text).strip();
    var all = new ArrayList<Statement>();
    var siblings = Siblings.in(main.sentence);
    siblings.forEach(s -> all.add(siblings.size() > 1 ? of(s) : main));
    Rules.in(whole).stream().skip(1).map(Statement::of).forEach(all::add);
    Words.sentences(text).stream().map(String::strip)
        .filter(s -> Words.binds(s) && !s.equals(whole) && !OTHERWISE.begin(s))
        .flatMap(s -> Rules.in(s).stream()).map(Statement::of)
        .filter(s -> !s.conditions().isEmpty()).forEach(all::add);
    return all;
  }

  /// The rules that the binding sentence states one behind the other, the last with what is due otherwise; none if it
  /// states a single one.
  public static List<Statement> rulesOf(String text) {
    var whole = binding(text).strip();
    var rules = Rules.in(whole);
    if (rules.size() == 1 || !Items.in(text).isEmpty()) {
      return List.of();
    }
    var stated = new ArrayList<>(rules.stream().map(Statement::of).toList());
    var last = stated.removeLast();
    stated.add(last.otherwise == null ? last.with(behind(whole, text)) : last);
    return stated;
  }

  private static Statement of(Cut cut, String sentence, List<String> items,
      @Nullable String otherwise) {
    if (cut.condition() == null) {
      return new Statement(List.of(), Join.AND, false, false, false, cut.response(), null,
          sentence, items);
    }
    var whole = PURPOSE.in(cut.condition()).replaceFirst("").replaceFirst("[,.\\s]+$", "");
    var parts = ConditionParts.of(whole);
    return new Statement(parts.parts(), parts.joined(), STATE.areIn(whole),
        UNLESS.areIn(whole), ONLY.areIn(whole), cut.response(), otherwise,
        sentence, items);
  }

  /// What the next sentence says that is due otherwise.
  private static @Nullable String behind(String sentence, String text) {
    var sentences = Words.sentences(text).stream().map(String::strip).toList();
    int next = sentences.indexOf(sentence) + 1;
    if (next == 0 || next == sentences.size()) {
      return null;
    }
    var otherwise = OTHERWISE.in(sentences.get(next));
    return otherwise.lookingAt() ? sentences.get(next).substring(otherwise.end()) : null;
  }

  /// The sentence that binds; a text may explain before and after it.
  private static String binding(String text) {
    var sentences = Words.sentences(text);
    return sentences.stream().filter(Words::binds).findFirst()
        .orElseGet(() -> sentences.isEmpty() ? text : sentences.getFirst());
  }

  private static List<String> inline(String sentence, @Nullable String condition) {
    var oneOf = ONE_OF.in(sentence);
    if (oneOf.find() && !isAlternative(oneOf.group(), condition)) {
      var parts = parts(oneOf.group(1));
      if (parts.size() > 1 && parts.stream().noneMatch(Clause::isOne)) {
        return parts;
      }
    }
    var choice = CHOICE.in(sentence);
    if (choice.find()) {
      return parts(choice.group(1));
    }
    var enumeration = ENUMERATION.in(sentence);
    if (enumeration.find()) {
      return parts(enumeration.group(1));
    }
    return BRACKETS.in(sentence).results().map(b -> b.group(1)).filter(b -> b.contains(","))
        .map(Statement::parts)
        .filter(p -> p.size() > 1 && p.stream().allMatch(w -> w.length() < 40))
        .filter(p -> p.stream().noneMatch(TOLD::begin)).findFirst()
        .orElse(List.of());
  }

  /// What one of two things has to be so for is no list to choose from.
  private static boolean isAlternative(String words, @Nullable String condition) {
    return condition != null && EITHER.begin(words)
        && EITHER.areIn(condition);
  }

  private static List<String> parts(String list) {
    return PART.between(list).map(String::strip).filter(p -> !p.isEmpty()).distinct()
        .toList();
  }

  /// The statement without what is due otherwise.
  public Statement alone() {
    return with(null);
  }

  private Statement with(@Nullable String due) {
    return new Statement(conditions, joined, state, exception, exclusive, response, due, sentence,
        items);
  }

  /// The conditions as what has to hold before, if there are any: as one phrase where the sentence has them in one.
  public List<String> given() {
    if (conditions.isEmpty()) {
      return List.of();
    }
    return condition().contains(response) ? conditions : List.of(condition());
  }

  /// Whether the response is that something keeps on, or bears what happens: nothing asks for it to stop elsewhere.
  public boolean goesOn() {
    return !exception && !exclusive && otherwise == null && GOES_ON.areIn(response);
  }

  /// The response with the list that it leads in.
  public String wholeResponse() {
    return response.endsWith(":") && !items.isEmpty()
        ? response + " " + String.join("; ", items)
        : response;
  }

  /// The conditions as one phrase, as the sentence has it.
  public String condition() {
    int from = sentence.indexOf(conditions.getFirst());
    var last = conditions.getLast();
    return sentence.substring(from, sentence.indexOf(last, from) + last.length());
  }
}
