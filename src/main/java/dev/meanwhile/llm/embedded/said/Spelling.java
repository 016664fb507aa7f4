package dev.meanwhile.llm.embedded.said;

import static java.util.Map.entry;

import dev.meanwhile.phrase.Slips;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Mends slips of the finger in the words that the rules look for. Only long words that are one slip away from a single
/// known one are mended, so that other words stay what they are.
final class Spelling {
  private static final Set<String> KNOWN = Set.of("cancel", "cancelled", "canceled", "status",
      "progress", "coverage", "generate", "generated", "matrix", "traceability", "requirement",
      "requirements", "scenario", "scenarios", "analysis", "analyse", "analyses", "analyze",
      "process", "artifact", "artifacts", "running", "finished", "results", "document",
      "documents", "attached", "parallel", "afterwards");
  /// Slips in words too short to be told from others by their distance, and apostrophes that nobody types.
  private static final Map<String, String> SHORT = Map.ofEntries(entry("taks", "tasks"),
      entry("tsaks", "tasks"), entry("tassk", "task"), entry("tets", "tests"),
      entry("tset", "test"), entry("tsets", "tests"), entry("caes", "cases"),
      entry("csaes", "cases"), entry("mkae", "make"), entry("teh", "the"), entry("hows", "how's"),
      entry("whats", "what's"), entry("wheres", "where's"), entry("retyr", "retry"));
  private static final Pattern WORD = Pattern.compile("(?<![\\w.-])[a-z]+(?![\\w-]|\\.\\w)");
  private static final int SHORTEST = 5;

  private Spelling() {}

  /// The text, which is in lower case, with its slips mended.
  static String mended(String text) {
    return WORD.matcher(text).replaceAll(word -> mendedWord(word.group()));
  }

  private static String mendedWord(String word) {
    if (word.length() < SHORTEST || KNOWN.contains(word) || SHORT.containsKey(word)) {
      return SHORT.getOrDefault(word, word);
    }
    List<String> near = KNOWN.stream().filter(known -> isOneSlip(word, known)).toList();
    return near.size() == 1 ? near.getFirst() : word;
  }

  /// Whether one letter is wrong, missing, too many, or two neighbours changed places, behind the same first letter. With
  /// another last letter it may be another word.
  private static boolean isOneSlip(String word, String known) {
    return word.charAt(0) == known.charAt(0) && Math.abs(word.length() - known.length()) <= 1
        && !differsInItsEnd(word, known) && Slips.between(word, known) == 1;
  }

  private static boolean differsInItsEnd(String word, String known) {
    int end = word.length() - 1;
    return word.length() == known.length() && word.startsWith(known.substring(0, end));
  }
}
