package dev.meanwhile.generator.testcase;

import dev.meanwhile.generator.Asking;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.test.TestCase;
import dev.meanwhile.trace.test.TestCase.Datum;
import dev.meanwhile.trace.test.TestCase.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Takes from a model's cases those that their requirement's text bears out: a known requirement, quoted where the case
/// rests on it; no number that isn't in the text or one step beside one in it; words of the requirement that not every
/// requirement has; values that stand in the text.
final class Grounding {
  private static final int MOST_CASES_EACH = 20;
  private static final int MOST_STEPS = 20;
  private static final int MOST_CHARACTERS = 2_000;
  private static final int LEAST_SHARED_WORDS = 2;
  private static final int LEAST_QUOTED_CHARACTERS = 8;
  private static final Pattern NUMBER = Pattern
      .compile("(?<![\\w.])\\d{1,18}(?:\\.\\d{1,9})?(?![\\w]*\\d)");
  private static final Pattern GROUPED = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
  private static final Pattern CONTENT_WORD = Pattern.compile("[\\p{L}\\d]{4,}");
  private static final Set<String> COMMON_WORDS = Set.of("shall", "must", "should", "will",
      "system",
      "software", "product", "application", "with", "that", "this", "these", "those", "then",
      "than",
      "when", "where", "while", "which", "from", "into", "have", "been", "being", "able", "each",
      "every", "only", "they", "them", "their", "there", "test", "tests", "case", "cases", "verify",
      "check", "works", "work", "expected", "correct", "correctly", "properly", "input", "data",
      "requirement", "requirements", "requires", "result", "results", "after", "before", "during");
  /// What the prompt tells the model to write where a requirement leaves a value open; a tester fills it in.
  private static final String OPEN = "TODO";
  private static final Map<String, String> TECHNIQUES = Map.of("positive", "requirement-based",
      "negative", "requirement-based", "boundary", "boundary-value-analysis", "performance",
      "performance", "state", "state-transition");

  private final Map<String, Requirement> byId = new LinkedHashMap<>();
  private final String prompt;
  private int dropped;

  Grounding(List<Requirement> batch, String prompt) {
    batch.forEach(r -> byId.putIfAbsent(r.id(), r));
    this.prompt = prompt;
  }

  /// How many cases weren't taken.
  int dropped() {
    return dropped;
  }

  /// The cases that can be kept, by statement.
  Map<String, List<TestCase>> cases(JsonNode json) {
    var cases = new LinkedHashMap<String, List<TestCase>>();
    for (var node : json.path("cases")) {
      var requirement = byId.get(node.path("requirement_id").asString(""));
      if (requirement == null || !isGrounded(node, requirement.text())) {
        dropped++;
        continue;
      }
      var own = cases.computeIfAbsent(DesignQuestion.key(requirement), k -> new ArrayList<>());
      if (own.size() < MOST_CASES_EACH) {
        own.add(testCase(node, requirement));
      } else {
        dropped++;
      }
    }
    return cases;
  }

  private static boolean isGrounded(JsonNode node, String text) {
    var words = words(node);
    int steps = node.path("steps").size();
    boolean sized = steps > 0 && steps <= MOST_STEPS && words.length() <= MOST_CHARACTERS
        && !node.path("title").asString("").isBlank();
    return sized && isQuoted(node.path("quote").asString(""), text)
        && allowedNumbers(text).containsAll(numbers(words)) && sharesWords(told(node), text)
        && stepsAreWhole(node) && !Asking.isOrder(words);
  }

  /// White space aside, the words stand in the text.
  private static boolean isQuoted(String quote, String text) {
    var line = Words.oneLine(quote);
    var all = Words.oneLine(text);
    boolean tells = line.length() >= LEAST_QUOTED_CHARACTERS || line.equals(all);
    return tells && all.contains(line);
  }

  private static boolean stepsAreWhole(JsonNode node) {
    return node.path("steps").valueStream().noneMatch(s -> s.path("action").asString("").isBlank()
        || s.path("expected").asString("").isBlank());
  }

  /// Everything that the case would show.
  private static String words(JsonNode node) {
    var words = new StringBuilder(told(node));
    node.path("preconditions").forEach(p -> words.append('\n').append(p.asString("")));
    node.path("test_data").forEach(d -> words.append('\n').append(d.path("name").asString(""))
        .append('\n').append(d.path("value").asString("")));
    return words.toString();
  }

  /// Title and steps.
  private static String told(JsonNode node) {
    var words = new StringBuilder(node.path("title").asString(""));
    node.path("steps")
        .forEach(s -> words.append('\n').append(s.path("action").asString("")).append('\n')
            .append(s.path("expected").asString("")));
    return words.toString();
  }

  private static Set<String> numbers(String text) {
    return NUMBER.matcher(GROUPED.matcher(text).replaceAll("")).results().map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static Set<String> allowedNumbers(String text) {
    var allowed = new HashSet<>(numbers(text));
    for (var number : numbers(text)) {
      var value = new BigDecimal(number);
      var step = BigDecimal.ONE.movePointLeft(value.scale());
      allowed.add(value.add(step).toPlainString());
      allowed.add(value.subtract(step).toPlainString());
    }
    return allowed;
  }

  /// A case that could stand under any requirement helps nobody.
  private static boolean sharesWords(String words, String text) {
    var own = contentWords(text);
    var shared = contentWords(words);
    shared.retainAll(own);
    return shared.size() >= Math.min(LEAST_SHARED_WORDS, own.size());
  }

  private static Set<String> contentWords(String text) {
    return CONTENT_WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group)
        .filter(w -> !COMMON_WORDS.contains(w)).collect(Collectors.toCollection(HashSet::new));
  }

  private TestCase testCase(JsonNode node, Requirement requirement) {
    var type = node.path("type").asString("");
    var verification = requirement.verification();
    var title = node.path("title").asString("");
    var technique = TECHNIQUES.getOrDefault(type, "requirement-based");
    return new TestCase("", TestCase.key(requirement.id(), technique, title),
        Words.shortened(title, 120), List.of(requirement.id()),
        Map.of(requirement.id(), requirement.textHash()),
        TestCase.Type.valueOf(type.toUpperCase(Locale.ROOT)), technique,
        Words.oneLine(node.path("quote").asString("")),
        requirement.priority(), strings(node.path("preconditions")), data(node, requirement.text()),
        steps(node, requirement.id()), List.of(),
        verification == null ? null : verification.original(), null, "model",
        prompt, "medium", List.of());
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(n -> n.asString("")).filter(s -> !s.isBlank()).toList();
  }

  /// Values that are quoted and stand in the text themselves, are one step beside a number in it, or are left open.
  private static List<Datum> data(JsonNode node, String text) {
    var line = Words.oneLine(text);
    var numbers = allowedNumbers(text);
    return node.path("test_data").valueStream()
        .filter(d -> isWords(d.path("quote").asString(""), line)
            && isValue(d.path("value").asString(""), line, numbers))
        .map(d -> new Datum(d.path("name").asString(""), d.path("value").asString(""), null,
            d.path("quote").asString("")))
        .toList();
  }

  private static boolean isWords(String quote, String line) {
    return !quote.isBlank() && line.contains(Words.oneLine(quote));
  }

  private static boolean isValue(String value, String line, Set<String> numbers) {
    return value.equals(OPEN) || numbers.contains(value) || isWords(value, line);
  }

  private static List<Step> steps(JsonNode node, String requirementId) {
    var steps = new ArrayList<Step>();
    for (var step : node.path("steps")) {
      steps.add(new Step(steps.size() + 1, step.path("action").asString(""),
          step.path("expected").asString(""),
          List.of(requirementId)));
    }
    return steps;
  }
}
