package dev.meanwhile.phrase;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A family of phrases by which sentences are known, as a [Phrasebook] lists them; upper and lower case are the same to
/// it, unless a pattern says otherwise.
public final class Phrases {
  private final String name;
  private final List<Phrase> phrases;
  private final Pattern pattern;

  /// One pattern of a family.
  ///
  /// @param examples sentences that it is there for
  public record Phrase(Pattern pattern, List<String> examples) {
    /// @throws java.util.regex.PatternSyntaxException not a pattern
    public Phrase(String regex, List<String> examples) {
      this(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), List.copyOf(examples));
    }
  }

  Phrases(String name, List<Phrase> phrases) {
    this.name = name;
    this.phrases = List.copyOf(phrases);
    this.pattern = Pattern.compile(phrases.stream().map(phrase -> phrase.pattern().pattern())
        .collect(Collectors.joining(")|(?:", "(?:", ")")), Pattern.CASE_INSENSITIVE);
  }

  /// The family as one phrase: up to three of its own, listed.
  public Phrases together() {
    var any = "(?:" + pattern.pattern() + ")";
    return new Phrases(name, List.of(new Phrase(
        any + "(?:(?:,| and| &| /) " + any + "){0,2}", List.of())));
  }

  /// What its book calls it.
  public String name() {
    return name;
  }

  /// Each of them, in the order of the text.
  public List<Phrase> list() {
    return phrases;
  }

  /// The family as one pattern, which finds any of them.
  public Pattern pattern() {
    return pattern;
  }

  /// Whether the text holds one of them.
  public boolean areIn(String text) {
    return pattern.matcher(text).find();
  }

  /// Whether the text begins with one of them.
  public boolean begin(String text) {
    return pattern.matcher(text).lookingAt();
  }

  /// Whether the text is one of them from its first character to its last.
  public boolean are(String text) {
    return pattern.matcher(text).matches();
  }

  /// Where they stand in a text, and what they hold there. Groups are counted through the family: where one is asked for, it
  /// has one pattern, or its other patterns have none.
  public Matcher in(String text) {
    return pattern.matcher(text);
  }

  /// The pieces of a text that stand between them.
  public Stream<String> between(String text) {
    return pattern.splitAsStream(text);
  }

  /// The text with a blank in the place of each of them.
  public String cutFrom(String text) {
    return pattern.matcher(text).replaceAll(" ");
  }

  /// The text with a plain word in the place of each of them, so that their modal words aren't seen.
  public String hiddenIn(String text) {
    return pattern.matcher(text).replaceAll("that");
  }
}
