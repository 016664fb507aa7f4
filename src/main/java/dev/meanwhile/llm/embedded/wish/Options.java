package dev.meanwhile.llm.embedded.wish;

import dev.meanwhile.llm.embedded.said.Said;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a user says about how a task is to be done.
///
/// @param framework as users call it, in lower case
/// @param negatives whether negative tests are wanted; null when nothing was said
/// @param format of a matrix
/// @param projectId a project named in the message
public record Options(@Nullable String framework, @Nullable Boolean negatives,
    @Nullable String format,
    @Nullable String projectId) {
  private static final Map<String, Pattern> FRAMEWORKS = frameworks();
  static final Pattern WITHOUT_NEGATIVES = Pattern.compile(
      "\\b(?:without|no|excluding|exclude|skip|omit|leave out|not include|n't include|n't want|not want)(?: any| the)? negatives?\\b"
          + "(?: test)?(?: cases?)?(?: tests?| ones?| scenarios?)?|\\b(?:only positive|positive(?: test)?(?: cases?| tests?)? only|happy paths? only|only (?:the )?happy paths?)\\b(?: tests?| cases?)*");
  static final Pattern WITH_NEGATIVES = Pattern.compile(
      "\\b(?:with|include|including|also|plus)(?: also| the)? negatives?\\b(?: test)?(?: cases?)?(?: tests?| ones?)?");
  private static final Pattern NOT_WANTED = Pattern
      .compile("\\b(?:instead of|rather than|not)(?: in| with| for)? [\\w-]+");
  private static final Pattern FORMAT = Pattern
      .compile("\\b(?:as|in|to|format)[ :]+(?:an? )?(csv|xlsx|excel|markdown|md|json|html)\\b");
  private static final Map<String, String> FORMATS = Map.of("md", "markdown", "excel", "xlsx");
  private static final List<Pattern> PROJECTS = List.of(
      Pattern.compile(
          "(?i)\\bproject(?:_id| id| key| named| called)?\\s*[:=]?\\s*[\"'`\u201c]?([A-Za-z0-9._-]{1,64})"),
      Pattern.compile(
          "(?i)\\b(?:for|of|in|to|on)\\s+(?:the\\s+)?[\"'`\u201c]?([A-Za-z0-9._-]{1,64})[\"'`\u201d]?\\s+project\\b"),
      Pattern.compile(
          "(?i)\\bcoverage(?: analysis| report| test| check)?\\s+(?:of|for|on)\\s+[\"'`\u201c]?([A-Za-z0-9._-]{1,64})"));
  private static final Pattern NOT_A_NAME = Pattern.compile(
      "(?i)(?:my|the|this|that|our|a|an|it|its|all|any|each|every|these|those|current|whole|entire|same|new|requirements?|tests?|files?|"
          + "everything|coverage|and|then|after|when|once|is|has|please|analysis|rtm|project|projects|test|now|again|with|for|of|in|to|so|what|please\\.?)");

  private static Map<String, Pattern> frameworks() {
    var known = new LinkedHashMap<String, Pattern>();
    known.put("pytest", Pattern.compile("\\bpy\\.?test\\b|\\bpython\\b"));
    known.put("junit", Pattern.compile("\\bj-?unit ?[456]?\\b|\\bjava\\b(?!script)"));
    known.put("gherkin", Pattern
        .compile("\\bgherkin\\b|\\bcucumber\\b|\\bbdd\\b|\\bfeature files?\\b|\\bbehave\\b"));
    known.put("robot", Pattern.compile("\\brobot(?: ?framework)?\\b"));
    known.put("playwright", Pattern.compile("\\bplaywright\\b"));
    known.put("jest", Pattern.compile("\\bjest\\b|\\bjavascript\\b|\\btypescript\\b"));
    known.put("cypress", Pattern.compile("\\bcypress\\b"));
    known.put("selenium", Pattern.compile("\\bselenium\\b"));
    known.put("testng", Pattern.compile("\\btestng\\b"));
    known.put("nunit", Pattern.compile("\\b[nx]unit\\b"));
    known.put("unittest", Pattern.compile("\\bunittest\\b"));
    known.put("mocha", Pattern.compile("\\bmocha\\b"));
    known.put("go test", Pattern.compile("\\bgo test\\b|\\bgolang\\b"));
    return known;
  }

  /// The options in what the user says, pasted text aside.
  public static Options in(Said said) {
    var words = said.wish() + "\n" + said.afterthought();
    var lower = words.toLowerCase(java.util.Locale.ROOT);
    return new Options(framework(lower), negatives(lower), format(lower), project(words));
  }

  static @Nullable String framework(String lower) {
    var wanted = NOT_WANTED.matcher(lower).replaceAll(" ");
    return FRAMEWORKS.entrySet().stream().filter(it -> it.getValue().matcher(wanted).find())
        .findFirst()
        .map(Map.Entry::getKey).orElse(null);
  }

  private static @Nullable Boolean negatives(String lower) {
    if (WITHOUT_NEGATIVES.matcher(lower).find()) {
      return false;
    }
    return WITH_NEGATIVES.matcher(lower).find() ? true : null;
  }

  private static @Nullable String format(String lower) {
    var found = FORMAT.matcher(lower);
    return found.find() ? FORMATS.getOrDefault(found.group(1), found.group(1)) : null;
  }

  static @Nullable String project(String words) {
    return PROJECTS.stream().flatMap(it -> it.matcher(words).results())
        .map(it -> trimmed(it.group(1)))
        .filter(it -> it.filter(name -> !NOT_A_NAME.matcher(name).matches()).isPresent())
        .findFirst().flatMap(it -> it).orElse(null);
  }

  /// A name at the end of a sentence comes with the sentence's full stop.
  private static Optional<String> trimmed(String name) {
    var bare = name.replaceAll("[._-]+$", "");
    return bare.isEmpty() ? Optional.empty() : Optional.of(bare);
  }

  /// The name that the tool has for a framework, if it offers one like it.
  public static Optional<String> offered(String framework, List<String> names) {
    return names.stream().filter(it -> it.toLowerCase(java.util.Locale.ROOT).startsWith(framework))
        .findFirst();
  }
}
