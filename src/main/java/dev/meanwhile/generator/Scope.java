package dev.meanwhile.generator;

import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a run is about, as a part of its artifacts' names: lower-case letters, digits and underscores. Another run about
/// the same makes new versions, one about something else doesn't replace them.
public final class Scope {
  private static final int LONGEST = 40;
  private static final int HASH_CHARACTERS = 6;
  /// What names of files say of their revision or date, and what a browser adds to a second download.
  private static final Pattern REVISION = Pattern.compile(
      "(?i)(?<=[a-z]{2})(?:[ _.-]*(?:\\(\\d{1,2}\\)|(?:19|20)\\d\\d[-_.]?\\d\\d[-_.]?\\d\\d"
          + "|(?<![a-z])(?:v|ver|version|rev|revision)[ _.-]?\\d{1,3}(?:[._-]\\d{1,3}){0,3}[a-z]?"
          + "|(?<![a-z])(?:rev|revision)[ _.-]?[a-z]\\d{0,2})){1,2}$");

  private Scope() {}

  /// After the files that a run reads. Two revisions of a document are about the same, whatever their names say of them.
  public static String ofFiles(List<String> names) {
    var first = Source.bareName(names.getFirst());
    return names.size() == 1
        ? slug(REVISION.matcher(first).replaceFirst(""))
        : slug(first + " and " + (names.size() - 1) + " more " + hash(String.join("/", names)));
  }

  /// After the files that a run reads and their formats, where the name alone is taken by another document.
  public static String ofFilesByFormat(List<String> names) {
    return names.size() == 1 ? slug(names.getFirst()) : ofFiles(names);
  }

  /// After the requirements that a text holds: its first and its last ID.
  public static String of(Rtm rtm) {
    var ids = Stream.concat(rtm.requirements().stream(), rtm.candidates().stream()).map(r -> r.id())
        .toList();
    return ids.size() < 2
        ? slug(ids.isEmpty() ? "empty" : ids.getFirst())
        : slug(ids.getFirst() + " to " + ids.getLast());
  }

  /// After the name of an artifact that another run made, so that both have the same scope.
  public static String ofArtifact(String name) {
    return slug(
        name.replaceFirst("^(?:rtm|test_cases)_", "").replaceFirst("\\.[A-Za-z0-9]{1,10}$", ""));
  }

  private static String slug(String words) {
    var plain = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$",
        "");
    boolean lossy = plain.length() > LONGEST
        || words.codePoints().anyMatch(c -> c > 127 && Character.isLetterOrDigit(c));
    var named = plain.matches("[a-z].*") ? plain : "r_" + plain;
    return lossy
        ? named.substring(0, Math.min(named.length(), LONGEST - HASH_CHARACTERS - 1)) + "_"
            + hash(words)
        : named;
  }

  private static String hash(String words) {
    return Words.hash(words).substring(0, HASH_CHARACTERS);
  }
}
