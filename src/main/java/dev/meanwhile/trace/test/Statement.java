package dev.meanwhile.trace.test;

import dev.meanwhile.trace.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A requirement's text taken apart: its conditions, its response, its list. All parts are quotes.
///
/// @param conditions at most four, each as written with its leading word
/// @param joined how several conditions hang together
/// @param state whether the conditions describe a state that lasts (while, during, until)
/// @param exception whether the response is due unless the condition holds
/// @param exclusive whether the response is due only if the condition holds
/// @param response the main clause
/// @param sentence the sentence that these are parts of
/// @param items the list that the text ends with, or that it names in brackets
record Statement(List<String> conditions, Join joined, boolean state, boolean exception,
    boolean exclusive,
    String response, String sentence, List<String> items) {

  enum Join {
    AND, OR
  }

  private static final String ARTICLE = " the";
  private static final String ONCE = "once(?! (?:per|an?|every|in|each)\\b)";
  private static final String WORDS = "if|when|whenever|upon|" + ONCE
      + "|after|while|during|until|unless|in case(?: of)?|"
      + "for all|for every|only if|only when|for each|for any|where|as long as|before|on receipt of|in the event of";
  private static final Pattern LEADING = Pattern.compile("^(" + WORDS + ")\\b.*",
      Pattern.CASE_INSENSITIVE
          | Pattern.DOTALL);
  private static final Pattern TRAILING = Pattern.compile(
      "[,\\s]((only if|only when|if|when|whenever|upon|while(?! (?:improv|maintain|preserv|keep|ensur|reduc|minimi[sz]|avoid|retain|increas)\\w*ing\\b)|during|until|unless|"
          + ONCE + "|after|as long as|in case(?: of)?|"
          + "in the event of)\\s+\\S.*)$",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern MODAL = Pattern.compile(
      "\\b(?:shall|must|should|will|(?-i:may|MAY)|can)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern STATE = Pattern.compile("^(?:while|during|until|as long as)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern UNLESS = Pattern.compile("^unless\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern ONLY = Pattern.compile("^only (?:if|when)\\b",
      Pattern.CASE_INSENSITIVE);
  /// Why a condition matters isn't a part of it.
  private static final Pattern PURPOSE = Pattern.compile(
      ",?\\s+(?:in order to|so that|so as to|to\\s+(?:prevent|avoid|protect|ensure|make sure))\\s.*$"
          + "|,\\s+(?:thereby |thus )?(?:preventing|avoiding|ensuring|allowing|enabling|causing|reducing)\\s.*$",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern ITEM = Pattern
      .compile("(?m)^[ \\t]*(?:[a-zA-Z]\\)|\\(?[a-zA-Z0-9]{1,2}[).]|[-*•·])[ \\t]+(\\S.*)$");
  private static final Pattern ONE_OF = Pattern.compile(
      "(?:\\b(?:one of|either)\\s+(?:the\\s+)?(?:following\\s*:?\\s*)?(?:[a-z]+s\\s*:?\\s+(?=[\\w\"'-]+\\s*,))?"
          + "|\\bthe following[^:\\n]{0,60}:\\s*)([^.;:\\n]{3,200})",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern EITHER = Pattern.compile("\\beither\\b", Pattern.CASE_INSENSITIVE);
  private static final String ITEM_WORD = "(?!(?:shall|must|should|will|is|are|when|if|to|for|by|as|and|or)\\b)[\\w\"'-]{1,30}";
  private static final Pattern CHOICE = Pattern.compile(
      "\\b(?:by|as|in|with|a|an|the|of|to|from|for|be)\\s(" + ITEM_WORD + "(?: " + ITEM_WORD
          + "){0,2}(?:, (?:an? |the )?" + ITEM_WORD + "(?: " + ITEM_WORD
          + "){0,2}){1,10}+,? or (?:an? |the )?"
          + ITEM_WORD + "(?: " + ITEM_WORD + ")?)",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern BRACKETS = Pattern.compile("\\(([^()\\n]{3,160})\\)");
  private static final Pattern PART = Pattern.compile(
      "\\s*,\\s*(?:and\\s+|or\\s+)?|\\s+or\\s+|\\s+and\\s+",
      Pattern.CASE_INSENSITIVE);

  static Statement of(String text) {
    var items = lines(text);
    var lead = items.isEmpty() ? text : text.substring(0, firstItem(text));
    var sentence = binding(lead).strip();
    int cut = leadingEnd(sentence);
    var condition = cut > 0 ? sentence.substring(0, cut).strip() : trailing(sentence);
    var response = cut > 0
        ? sentence.substring(cut).replaceFirst("^[,\\s]+(?:then\\s+)?", "")
        : condition == null
            ? sentence
            : sentence.substring(0, sentence.length() - condition.length());
    return of(condition, response.strip().replaceFirst(",$", ""), sentence,
        items.isEmpty() ? inline(sentence, condition) : items);
  }

  private static Statement of(@Nullable String condition, String response, String sentence,
      List<String> items) {
    if (condition == null) {
      return new Statement(List.of(), Join.AND, false, false, false, response, sentence,
          items);
    }
    var whole = PURPOSE.matcher(condition).replaceFirst("").replaceFirst("[,.\\s]+$", "");
    var parts = ConditionParts.of(whole);
    return new Statement(parts.parts(), parts.joined(), STATE.matcher(whole).find(),
        UNLESS.matcher(whole).find(), ONLY.matcher(whole).find(), response, sentence, items);
  }

  /// The sentence that binds; a text may explain before and after it.
  private static String binding(String text) {
    var sentences = Words.sentences(text);
    return sentences.stream().filter(Words::binds).findFirst()
        .orElseGet(() -> sentences.isEmpty() ? text : sentences.getFirst());
  }

  /// Where a leading condition ends: at the last comma before the subject of the modal verb, or at "then".
  private static int leadingEnd(String sentence) {
    if (!LEADING.matcher(sentence).matches()) {
      return -1;
    }
    var modal = MODAL.matcher(sentence);
    if (!modal.find()) {
      int then = sentence.indexOf(" then ");
      return then > 0 ? then : sentence.indexOf(',');
    }
    var before = sentence.substring(0, modal.start());
    int then = before.lastIndexOf(" then ");
    return then > 0
        ? then
        : before.lastIndexOf(',') > 0 ? before.lastIndexOf(',') : beforeSubject(before);
  }

  /// Without a comma: the subject is the last capitalised word before the modal verb, with its article.
  private static int beforeSubject(String before) {
    int subject = Math.max(before.lastIndexOf(" the "), before.lastIndexOf(" The "));
    var lastWord = before.stripTrailing();
    int space = lastWord.lastIndexOf(' ');
    boolean named = space > 0 && Character.isUpperCase(lastWord.charAt(space + 1));
    return named && space != subject + ARTICLE.length() ? space : subject;
  }

  private static @Nullable String trailing(String sentence) {
    var modal = MODAL.matcher(sentence);
    int from = modal.find() ? modal.end() : 0;
    int unless = sentence.toLowerCase(Locale.ROOT).indexOf(" unless ", from);
    if (unless > 0) {
      return sentence.substring(unless + 1);
    }
    var condition = TRAILING.matcher(sentence).region(from, sentence.length());
    return condition.find() ? condition.group(1) : null;
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
      if (parts.size() > 1) {
        return parts;
      }
    }
    var choice = CHOICE.matcher(sentence);
    if (choice.find()) {
      return parts(choice.group(1));
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

  /// The conditions as what has to hold before, if there are any.
  List<String> given() {
    return conditions.isEmpty() ? List.of() : List.of(condition());
  }

  /// The response with the list that it leads in.
  String wholeResponse() {
    return response.endsWith(":") && !items.isEmpty()
        ? response + " " + String.join("; ", items)
        : response;
  }

  /// The conditions as one phrase, as the sentence has it.
  String condition() {
    int from = sentence.indexOf(conditions.getFirst());
    var last = conditions.getLast();
    return sentence.substring(from, sentence.indexOf(last, from) + last.length());
  }
}
