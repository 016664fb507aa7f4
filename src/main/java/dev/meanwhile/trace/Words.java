package dev.meanwhile.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the wording of a text says by itself: its modal words, its sentences, its fingerprint.
public final class Words {
  private static final Pattern STRONG = Pattern.compile("\\b(?:shall|must)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern WEAK = Pattern.compile(
      "\\b(?:should|will|(?-i:may|MAY)|can|needs? to|has to|have to|(?:is|are) required to)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern ABBREVIATION = Pattern.compile(
      "(?:\\b(?:e\\.g|i\\.e|etc|fig|no|vs|cf|sec|approx|resp|incl|min|max)|\\b[A-Z])\\.\\s*$",
      Pattern.CASE_INSENSITIVE);
  private static final int ANALYSED_CHARACTERS = 4_000;
  private static final int HASH_CHARACTERS = 16;
  private static final int TAIL_CHARACTERS = 12;

  private Words() {}

  /// Whether the text binds: shall or must.
  public static boolean binds(String text) {
    return STRONG.matcher(text).find();
  }

  /// Whether the text wishes, permits or foretells: should, will, may and the like.
  public static boolean wishes(String text) {
    return WEAK.matcher(text).find();
  }

  /// The text on one line, white space made single.
  public static String oneLine(String text) {
    return SPACE.matcher(text.strip()).replaceAll(" ");
  }

  /// How many words there are, by the white space between them.
  public static int count(String text) {
    var line = oneLine(text);
    return line.isEmpty() ? 0 : 1 + Math.toIntExact(line.chars().filter(c -> c == ' ').count());
  }

  /// How many there are, in words that agree: `1 gap`, `2 gaps`.
  public static String counted(int number, String singular) {
    return number + " " + singular + (number == 1 ? "" : "s");
  }

  /// The text on one line and no longer than a number of characters, an ellipsis counted; no number is cut.
  public static String shortened(String text, int characters) {
    var line = oneLine(text);
    if (line.length() <= characters) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(characters - 2))
        ? characters - 2
        : characters - 1;
    return line.substring(0, beforeNumber(line, end)).stripTrailing() + "…";
  }

  /// No number is cut, because half of one is another number.
  private static int beforeNumber(String line, int end) {
    int at = end;
    if (isNumeric(line.charAt(end))) {
      while (at > 0 && isNumeric(line.charAt(at - 1))) {
        at--;
      }
    }
    return at == 0 ? end : at;
  }

  private static boolean isNumeric(char c) {
    return Character.isDigit(c) || c == '.' || c == ',';
  }

  /// The text without white space around it, the space that doesn't break and the byte order mark included.
  public static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || Character.isWhitespace(c) || c == '\u00a0' || c == '\u200b' || c == '\ufeff';
  }

  /// The part of a text that is looked at for its wording: its first 4,000 characters, so that no text costs much.
  public static String analysed(String text) {
    return text.length() <= ANALYSED_CHARACTERS ? text : text.substring(0, ANALYSED_CHARACTERS);
  }

  /// The sentences of a text as written, without the white space around them.
  public static List<String> sentences(String text) {
    var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text);
    var sentences = new ArrayList<String>();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      var tail = text.substring(Math.max(start, end - TAIL_CHARACTERS), end);
      if (ABBREVIATION.matcher(tail).find() && end < text.length()) {
        continue;
      }
      var sentence = text.substring(start, end);
      if (!sentence.isBlank()) {
        sentences.add(trimmed(sentence));
      }
      start = end;
    }
    return sentences;
  }

  /// A fingerprint of the wording: white space and case don't count. 16 hexadecimal digits.
  public static String hash(String text) {
    return sha256(lower(oneLine(text))).substring(0, HASH_CHARACTERS);
  }

  /// The SHA-256 of the text in UTF-8, as lower-case hex.
  public static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
          .digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /// In lower case, whatever the locale.
  public static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
