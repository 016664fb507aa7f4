package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Marks before each portion of a document, and the same letters where they are words.
class PortionsTest {
  private final List<Passage> passages = new ArrayList<>();

  @Test
  void headingsAndItemsAreMarkedToo() {
    passages.add(Passage.heading("(U) GAT-1 Gate", 2, here()));
    passages.add(Passage.item("(U) DAM-2: The dam shall hold.", 1, here()));
    passages.add(Passage.paragraph("(R) DAM-3: The lock shall close.", here()));

    assertThat(rtm().requirements()).extracting(Requirement::id)
        .containsExactly("GAT-1", "DAM-2", "DAM-3");
  }

  @Test
  void twoMarksBelongToTheSentencesThatTheyStandBefore() {
    passages.add(Passage.paragraph("(R) The dam shall hold.", here()));
    passages.add(Passage.paragraph("(R) The lock shall close.", here()));
    passages.add(Passage.paragraph("The gate shall open.", here()));

    assertThat(rtm().requirements()).extracting(Requirement::text).containsExactly(
        "(R) The dam shall hold.", "(R) The lock shall close.", "The gate shall open.");
  }

  @Test
  void rowsAndNeedsThatBeginWithSuchLettersAreNotMarked() {
    for (var meaning : List.of("restricted", "rated", "repaired")) {
      passages.add(Passage.row(List.of("(R)", meaning), Source.row("a.md", 1, 1, null)));
    }
    passages.add(Passage.paragraph("(R) The dam shall hold.", here()));
    passages.add(Passage.need("(R) The gate shall open.",
        Map.of("type", "requirement", "id", "DAM-4"), here()));

    assertThat(rtm().requirements()).extracting(Requirement::text).containsExactlyInAnyOrder(
        "(R) The dam shall hold.", "(R) The gate shall open.");
  }

  private Source here() {
    return Source.line("a.md", passages.size() + 1, null);
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }
}
