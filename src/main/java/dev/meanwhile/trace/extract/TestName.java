package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What the test is called that a document describes: its line `Test Name: …`, else the name of the file.
final class TestName {
  private static final int LONGEST = 120;
  private static final Pattern NAMED = Pattern.compile(
      "(?:^|\\n)[ \\t]*test (?:case |procedure )?(?:name|id|identifier|title)[ \\t]*[:|][ \\t]*([^\\n|]{1,120})",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,10}$");

  private final Map<String, String> names = new HashMap<>();

  void look(Passage passage) {
    if (names.containsKey(passage.source().file())) {
      return;
    }
    var named = NAMED.matcher(Words.analysed(passage.text()));
    if (named.find()) {
      names.put(passage.source().file(), Words.shortened(named.group(1), LONGEST));
    }
  }

  String of(Source source) {
    return names.getOrDefault(source.file(), EXTENSION.matcher(source.file()).replaceFirst(""));
  }
}
