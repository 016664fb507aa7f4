package dev.meanwhile.trace.test.sentence;

import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

  private static final Pattern STATE = Pattern.compile("^(?:while|during|until|as long as)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern UNLESS = Pattern.compile("^unless\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern UNTIL = Pattern.compile("^until\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern ONLY = Pattern.compile("^only\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHERWISE = Pattern.compile(
      "^(?:otherwise|else|if not|in (?:all|any) other cases?)\\b,?\\s*",
      Pattern.CASE_INSENSITIVE);
  /// Why a condition matters isn't a part of it.
  private static final Pattern PURPOSE = Pattern.compile(
      ",?\\s+(?:in order to|so that|so as to|to\\s+(?:prevent|avoid|protect|ensure|make sure))\\s.*$"
          + "|,\\s+(?:thereby |thus )?(?:preventing|avoiding|ensuring|allowing|enabling|causing|reducing|maintaining|keeping|leaving|"
          + "making|giving|providing|indicating|showing|displaying|turning|setting|resulting|requiring)\\s.*$",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern ITEM = Pattern
      .compile("(?m)^[ \\t]*(?:[a-zA-Z]\\)|\\(?[a-zA-Z0-9]{1,2}[).]|[-*•·])[ \\t]+(\\S.*)$");
  private static final Pattern ONE_OF = Pattern.compile(
      "(?:\\b(?:one of|any of|the following)\\b[^:.;\\n]{0,60}:\\s*"
          + "|\\b(?:one of|either)\\s+(?:the\\s+)?(?:following\\s*:?\\s*)?(?:[a-z]+s\\s*:?\\s+(?=[\\w\"'-]+\\s*,))?)"
          + "([^.;:\\n]{3,200})",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern EITHER = Pattern.compile("\\beither\\b", Pattern.CASE_INSENSITIVE);
  private static final String ITEM_WORD = "(?!(?:shall|must|should|will|is|are|when|if|to|for|by|as|and|or)\\b)[\\w\"'-]{1,30}";
  private static final Pattern CHOICE = Pattern.compile(
      "\\b(?:by|as|in|with|a|an|the|of|to|from|for|be)\\s(" + ITEM_WORD + "(?: " + ITEM_WORD
          + "){0,2}(?:, (?:an? |the )?" + ITEM_WORD + "(?: " + ITEM_WORD
          + "){0,2}){1,10}+,? or (?:an? |the )?"
          + ITEM_WORD + "(?: " + ITEM_WORD + ")?)",
      Pattern.CASE_INSENSITIVE);
  private static final String NAME = "(?!(?:and|or|the|an?|to|of)\\b)[\\w\"'/-]{1,30}(?: (?!(?:and|or)\\b)[\\w\"'/-]{1,30})?";
  /// Three and more things behind the plural of what they are, or in a language, a format and the like.
  private static final Pattern ENUMERATION = Pattern.compile(
      "\\b(?:(?:modes|states|types|levels|languages|formats|roles|tariffs|colou?rs|sizes|units|currencies|options|categories|classes|"
          + "protocols|methods|priorities|grades|zones|phases|channels|genders|versions|countries|values|statuses|order)"
          + "|in|as)(?: are)?:? (" + NAME + "(?:, " + NAME + "){1,10},? and " + NAME
          + "|(?<=order )" + NAME + "(?:, " + NAME
          + "){2,10})(?=[.;,)]|$| (?:when|if|while|to|for)\\b)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKETS = Pattern.compile("\\(([^()\\n]{3,160})\\)");
  private static final Pattern PART = Pattern.compile(
      "\\s*,\\s*(?:and\\s+|or\\s+)?|\\s+or\\s+|\\s+and\\s+",
      Pattern.CASE_INSENSITIVE);

  /// Reads a requirement's text, which may end in a list.
  public static Statement of(String text) {
    var items = lines(text);
    var lead = items.isEmpty() ? text : text.substring(0, firstItem(text));
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
        .filter(s -> Words.binds(s) && !s.equals(whole) && !OTHERWISE.matcher(s).lookingAt())
        .flatMap(s -> Rules.in(s).stream()).map(Statement::of)
        .filter(s -> !s.conditions().isEmpty()).forEach(all::add);
    return all;
  }

  /// The rules that the binding sentence states one behind the other, the last with what is due otherwise; none if it
  /// states a single one.
  public static List<Statement> rulesOf(String text) {
    var whole = binding(text).strip();
    var rules = Rules.in(whole);
    if (rules.size() == 1 || !lines(text).isEmpty()) {
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
    var whole = PURPOSE.matcher(cut.condition()).replaceFirst("").replaceFirst("[,.\\s]+$", "");
    var parts = ConditionParts.of(whole);
    return new Statement(parts.parts(), parts.joined(), STATE.matcher(whole).find(),
        isException(whole, parts), ONLY.matcher(whole).find(), cut.response(), otherwise,
        sentence, items);
  }

  /// Until something is so, the response is due unless it is so.
  private static boolean isException(String condition, ConditionParts parts) {
    return UNLESS.matcher(condition).find()
        || (UNTIL.matcher(condition).find() && parts.parts().stream().allMatch(Wording::isStep));
  }

  /// What the next sentence says that is due otherwise.
  private static @Nullable String behind(String sentence, String text) {
    var sentences = Words.sentences(text).stream().map(String::strip).toList();
    int next = sentences.indexOf(sentence) + 1;
    if (next == 0 || next == sentences.size()) {
      return null;
    }
    var otherwise = OTHERWISE.matcher(sentences.get(next));
    return otherwise.lookingAt() ? sentences.get(next).substring(otherwise.end()) : null;
  }

  /// The sentence that binds; a text may explain before and after it.
  private static String binding(String text) {
    var sentences = Words.sentences(text);
    return sentences.stream().filter(Words::binds).findFirst()
        .orElseGet(() -> sentences.isEmpty() ? text : sentences.getFirst());
  }

  private static List<String> lines(String text) {
    var items = ITEM.matcher(text).results().map(i -> i.group(1).strip().replaceFirst("[;,.]$", ""))
        .distinct().toList();
    return items.size() > 1 ? items : List.of();
  }

  private static int firstItem(String text) {
    var item = ITEM.matcher(text);
    return item.find() && item.start() > 0 ? item.start() : text.length();
  }

  private static List<String> inline(String sentence, @Nullable String condition) {
    var oneOf = ONE_OF.matcher(sentence);
    if (oneOf.find() && !isAlternative(oneOf.group(), condition)) {
      var parts = parts(oneOf.group(1));
      if (parts.size() > 1 && parts.stream().noneMatch(Clause::isOne)) {
        return parts;
      }
    }
    var choice = CHOICE.matcher(sentence);
    if (choice.find()) {
      return parts(choice.group(1));
    }
    var enumeration = ENUMERATION.matcher(sentence);
    if (enumeration.find()) {
      return parts(enumeration.group(1));
    }
    return BRACKETS.matcher(sentence).results().map(b -> b.group(1)).filter(b -> b.contains(","))
        .map(Statement::parts)
        .filter(p -> p.size() > 1 && p.stream().allMatch(w -> w.length() < 40)).findFirst()
        .orElse(List.of());
  }

  /// What one of two things has to be so for is no list to choose from.
  private static boolean isAlternative(String words, @Nullable String condition) {
    return condition != null && EITHER.matcher(words).lookingAt()
        && EITHER.matcher(condition).find();
  }

  private static List<String> parts(String list) {
    return PART.splitAsStream(list).map(String::strip).filter(p -> !p.isEmpty()).distinct()
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
