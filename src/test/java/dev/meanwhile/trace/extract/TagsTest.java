package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Names in brackets, each on a line of its own above a statement.
class TagsTest {

  @Test
  void theStatementBelowANameIsReadOnce() {
    var rtm = Extraction.of(texts("[DAM-GATE]", "The gate shall open.", "[DAM-LOCK]",
        "The lock shall close."));

    assertThat(rtm.requirements()).extracting(Requirement::id, Requirement::text).containsExactly(
        tuple("DAM-GATE", "The gate shall open."), tuple("DAM-LOCK", "The lock shall close."));
    assertThat(rtm.candidates()).isEmpty();
  }

  @Test
  void aNameAtTheEndOfTheTextNamesNothing() {
    var rtm = Extraction.of(texts("[DAM-GATE]", "The gate shall open.", "[DAM-LOCK]",
        "The lock shall close.", "[DAM-LAMP]"));

    assertThat(rtm.ids()).containsExactly("DAM-GATE", "DAM-LOCK");
  }

  private static List<Passage> texts(String... texts) {
    return Stream.of(texts).map(text -> Passage.paragraph(text, Source.line("a.md", 1, null)))
        .toList();
  }
}
