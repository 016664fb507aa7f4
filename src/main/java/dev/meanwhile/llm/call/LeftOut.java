package dev.meanwhile.llm.call;

import java.util.regex.Pattern;

/// How a long text of an earlier turn is cut for a model, so that every model can tell that something is missing.
public final class LeftOut {
  private static final Pattern MARK = Pattern
      .compile("\\[… [\\d,]+ characters left out; ask for the text again before you use it]");

  private LeftOut() {}

  /// The text's beginning with a mark behind it; the text itself if it isn't longer.
  ///
  /// @param characters that are kept
  public static String beyond(int characters, String text) {
    if (text.length() <= characters) {
      return text;
    }
    int kept = Character.isHighSurrogate(text.charAt(characters - 1)) ? characters - 1 : characters;
    return text.substring(0, kept)
        + "[… %,d characters left out; ask for the text again before you use it]"
            .formatted(text.length() - kept);
  }

  /// Whether something was cut from a text.
  public static boolean isIn(String text) {
    return MARK.matcher(text).find();
  }
}
