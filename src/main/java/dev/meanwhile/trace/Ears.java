package dev.meanwhile.trace;

import java.util.List;
import java.util.regex.Pattern;

/// The pattern of a requirement's sentence, after the Easy Approach to Requirements Syntax: what has to hold before the
/// response is due.
public enum Ears {
  /// It always holds.
  UBIQUITOUS(""),
  /// Something happens: when, upon, after.
  EVENT(
      "\\b(?:when(?:ever)?|(?:up)?on (?:the )?(?:receipt|receiving|reception|detection|detecting|completion|"
          + "initiali[sz]ation|start-?up|power-?up|power[ -]on|command|request|expiry|a|an|any|each)|once|"
          + "immediately after|after|as soon as|before)\\b"),
  /// Something is the case: while, during, as long as.
  STATE("\\b(?:while|whilst|during|as long as|in the .{1,40}? (?:state|mode)|until)\\b"),
  /// Something unwanted happens: if … then.
  UNWANTED("\\bif\\b|\\bin (?:the )?(?:case|event) (?:of|that)\\b|\\bunless\\b"),
  /// A feature is there: where.
  OPTIONAL(
      "^\\W{0,3}where\\b|\\bif (?:so )?equipped\\b|\\bwhere (?:the )?.{1,60}? (?:is|are) (?:included|installed|"
          + "fitted|present|available|supported|provided|enabled)\\b"),
  /// Several of these.
  COMPLEX("");

  private final Pattern words;

  Ears(String words) {
    this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }

  /// The pattern of a statement.
  public static Ears of(String text) {
    var analysed = Words.oneLine(Words.analysed(text));
    if (OPTIONAL.words.matcher(analysed).find()) {
      return EVENT.matches(analysed) || UNWANTED.matches(analysed) ? COMPLEX : OPTIONAL;
    }
    var found = List.of(EVENT, STATE, UNWANTED).stream().filter(p -> p.matches(analysed)).toList();
    return switch (found.size()) {
      case 0 -> UBIQUITOUS;
      case 1 -> found.getFirst();
      default -> COMPLEX;
    };
  }

  private boolean matches(String text) {
    return words.matcher(text).find();
  }

  @Override
  public String toString() {
    return Words.lower(name());
  }
}
