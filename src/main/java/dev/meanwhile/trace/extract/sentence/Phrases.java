package dev.meanwhile.trace.extract.sentence;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A family of phrases by which sentences are known, as a [Phrasebook] lists them; upper and lower case are the same to
/// it, unless a pattern says otherwise.
final class Phrases {
  private final String name;
  private final List<Phrase> phrases;
  private final Pattern pattern;

  /// One pattern of a family.
  ///
  /// @param examples sentences that it is there for
  record Phrase(Pattern pattern, List<String> examples) {
    Phrase(String regex, List<String> examples) {
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
  Phrases together() {
    var any = "(?:" + pattern.pattern() + ")";
    return new Phrases(name, List.of(new Phrase(
        any + "(?:(?:,| and| &| /) " + any + "){0,2}", List.of())));
  }

  String name() {
    return name;
  }

  List<Phrase> list() {
    return phrases;
  }

  /// Whether the text holds one of them.
  boolean areIn(String text) {
    return pattern.matcher(text).find();
  }

  /// Whether the text is one of them from its first character to its last.
  boolean are(String text) {
    return pattern.matcher(text).matches();
  }

  /// The text with a plain word in the place of each of them, so that their modal words aren't seen.
  String hiddenIn(String text) {
    return pattern.matcher(text).replaceAll("that");
  }
}
