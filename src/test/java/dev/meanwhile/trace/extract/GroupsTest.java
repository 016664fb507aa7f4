package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Headings of an ID and a title above other IDs, and whether they name a requirement or a group of them.
class GroupsTest {
  private final List<Passage> passages = new ArrayList<>();

  @Test
  void theRequirementsOfTheNextDocumentMakeNoGroupOfAHeading() {
    heading("a.md", "DAM-100 Gate");
    text("b.md", "DAM-1: The dam shall hold.");
    text("b.md", "DAM-2: The lock shall close.");

    assertThat(Extraction.of(passages).ids()).containsExactly("DAM-100", "DAM-1", "DAM-2");
  }

  @Test
  void requirementsOfOtherLettersMakeNoGroupOfAHeading() {
    heading("a.md", "GAT-1 Gate");
    text("a.md", "DAM-1: The dam shall hold.");
    text("a.md", "DAM-2: The lock shall close.");

    assertThat(Extraction.of(passages).ids()).containsExactly("GAT-1", "DAM-1", "DAM-2");
  }

  private void heading(String file, String text) {
    passages.add(Passage.heading(text, 1, Source.line(file, 1, null)));
    passages.add(Passage.heading("Parts", 2, Source.line(file, 2, null)));
  }

  private void text(String file, String text) {
    passages.add(Passage.paragraph(text, Source.line(file, passages.size() + 1, null)));
  }
}
