package dev.meanwhile.trace.extract.id;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the test is called that a document describes: its line `Test Name: …`, the nearest one above where it describes
/// several, else the name of the file.
public final class TestName {
  private static final int LONGEST = 120;
  private static final int CELLS = 2;
  private static final Pattern NAMED = Pattern.compile(
      "(?:^|\\n)[ \\t]*(?:test_)?(test[ _](?:case[ _]|procedure[ _])?(?:name|id|identifier|title))[ \\t]*[:|][ \\t]*([^\\n|]{1,120})",
      Pattern.CASE_INSENSITIVE);

  /// @param label what a document calls its tests by: the first label that it uses
  private record Named(String label, String name) {}

  private final Map<String, Named> names = new HashMap<>();

  /// Takes the name of a test from a passage that states one; passages come in the order of their document.
  public void look(Passage passage) {
    if (passage.cells().stream().filter(c -> !c.isBlank()).count() > CELLS) {
      return;
    }
    var named = NAMED.matcher(Words.analysed(passage.text()));
    if (named.find()) {
      var label = Words.lower(named.group(1));
      names.compute(passage.source().file(), (_, known) -> known == null
          || known.label().equals(label)
              ? new Named(label, Words.shortened(named.group(2), LONGEST))
              : known);
    }
  }

  /// The test that the document has named last, or null if it named none.
  @Nullable
  public String named(Source source) {
    var named = names.get(source.file());
    return named == null ? null : named.name();
  }

  /// The test that the document has named last, or else the file without its extension.
  public String of(Source source) {
    var named = named(source);
    return named == null ? Source.bareName(source.file()) : named;
  }
}
