package dev.meanwhile.foreign;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a name asks for.
final class Nouns {
  static final String PROJECT = "project";
  static final String TASK = "task";

  private static final Pattern ID = Pattern.compile("(?:.*_)?([a-z]+)_ids?");
  /// A client's ID for a message is its own word, and holds within one of its own conversations.
  private static final Set<String> WORDS_OF_THE_CALLER = Set.of("client");

  private Nouns() {}

  /// The thing whose ID a name such as `taskId`, `rtm_artifact_id` or `depends_on` holds; null when it holds none.
  static @Nullable String of(String name) {
    var word = snake(name);
    if (word.equals("depends_on") || word.endsWith("from_task")) {
      return TASK;
    }
    if (word.equals(PROJECT)) {
      return PROJECT;
    }
    var id = ID.matcher(word);
    return id.matches() && !WORDS_OF_THE_CALLER.contains(id.group(1)) ? id.group(1) : null;
  }

  /// A Java name as JSON has it.
  static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
