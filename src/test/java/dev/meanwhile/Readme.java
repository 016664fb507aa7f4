package dev.meanwhile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The README, or another Markdown file of this repository, as far as tests hold it against the code.
record Readme(String text) {
  private static final Pattern FENCE = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern SECTION = Pattern
      .compile("(?ms)^##+ ([^\\n]+)\\n(.*?)(?=^##+ |\\z)");

  static Readme read() {
    return read("README.md");
  }

  /// @param file from the top folder of the repository
  static Readme read(String file) {
    try {
      return new Readme(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What stands below a heading, up to the next one of any level. Headings within fenced blocks don't count: there are
  /// none that begin with two hashes.
  Readme section(String heading) {
    return SECTION.matcher(text).results().filter(it -> it.group(1).equals(heading)).findFirst()
        .map(it -> new Readme(it.group(2)))
        .orElseThrow(() -> new AssertionError("no heading \"" + heading + "\""));
  }

  /// The contents of all fenced blocks of this language, in order.
  List<String> fences(String language) {
    return FENCE.matcher(text).results().filter(it -> it.group(1).equals(language))
        .map(it -> it.group(2)).toList();
  }

  /// The rows of all tables, as trimmed cells, without the lines between head and body.
  List<List<String>> rows() {
    return text.lines().filter(line -> line.startsWith("|") && !line.startsWith("|--"))
        .map(line -> cells(line.substring(1, line.lastIndexOf('|')))).toList();
  }

  private static List<String> cells(String line) {
    return Pattern.compile("(?<!\\\\)\\|").splitAsStream(line).map(String::strip).toList();
  }

  /// Everything that this pattern finds, its first group.
  List<String> all(String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map((MatchResult it) -> it.group(1))
        .toList();
  }
}
