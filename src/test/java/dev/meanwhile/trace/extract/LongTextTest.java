package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.testing.Effort;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Long texts and hostile ones: what they cost, and who is told how far it is.
class LongTextTest {
  private static final Source HERE = Source.line("srs.txt", 7, "Section");

  @Test
  void hostileTextCostsLittle() {
    var hostile = List.of("a-".repeat(200_000), "REQ-1: " + " ".repeat(200_000) + "x",
        "A1 ".repeat(100_000), "\n".repeat(
            100_000) + ";",
        "[".repeat(100_000), "if ".repeat(50_000) + "it shall go",
        "A-1 x;".repeat(50_000), "It shall go." + " ".repeat(200_000) + "x",
        "REQ-1: (deleted" + " ".repeat(200_000) + "x", "REQ-1: deleted" + " ".repeat(200_000) + "x",
        "Features:\n" + "1.1 ".repeat(50_000), "The mill\n1.1 A".repeat(20_000),
        "? ".repeat(100_000), ":".repeat(200_000), "A\n".repeat(100_000) + "Features:",
        "build a ".repeat(50_000), "the users who ".repeat(30_000),
        "~".repeat(200_000), "REQ-1: " + "~ ".repeat(100_000),
        "REQ-1: " + "A.\n".repeat(16_000) + "It shall go.", "REQ-1: It shall go.\n" + ";\nA".repeat(
            16_000),
        "REQ-1: It shall go.\n" + ("." + " ".repeat(9) + "\n" + " ".repeat(9)).repeat(2_000));
    for (var text : hostile) {
      Effort.assertReadLikePlain(text, LongTextTest::paragraph);
    }
  }

  @Test
  void aTextOnOneLineIsWatchedPieceByPiece() {
    var read = new ArrayList<Integer>();
    Extraction.of(List.of(Passage.paragraph("stop ".repeat(200_000), HERE)),
        new Extraction.Watch() {
          @Override
          public void read(int percent) {
            read.add(percent);
          }
        });

    assertThat(read).as("looks in a million characters").hasSizeGreaterThanOrEqualTo(20).isSorted();
  }

  @Test
  void eachLineOfALongTextHasItsPlaceAndTheRulesTellHowFarTheyAre() {
    var text = IntStream.rangeClosed(1, 300)
        .mapToObj(i -> "REQ-" + i + ": The unit shall store record " + i + ".")
        .collect(Collectors.joining("\n"));
    var looked = new ArrayList<Integer>();
    var rtm = Extraction.of(List.of(Passage.paragraph(text, Source.line("a.txt", 5, null))),
        new Extraction.Watch() {
          @Override
          public void read(int percent) {
            assertThat(percent).isBetween(0, 100);
          }

          @Override
          public void wordings(int done, int all) {
            assertThat(all).isEqualTo(1200);
            looked.add(done);
          }
        });

    assertThat(rtm.requirements()).extracting(r -> r.source().line())
        .containsExactlyElementsOf(IntStream.rangeClosed(5, 304).boxed().toList());
    assertThat(looked).isSorted().hasSize(1200).doesNotHaveDuplicates();
  }

  private static Rtm paragraph(String text) {
    return Extraction.of(List.of(Passage.paragraph(text, HERE)));
  }

  @Test
  void itIsToldHowMuchIsReadAndFound() {
    var read = new ArrayList<Integer>();
    var found = new ArrayList<Integer>();
    var text = "The pump shall stop. The lamp should blink.";
    Extraction.of(List.of(Passage.paragraph(text, HERE), Passage.paragraph("It shall go.", HERE)),
        new Extraction.Watch() {
          @Override
          public void read(int percent) {
            read.add(percent);
          }

          @Override
          public void found(int requirements) {
            found.add(requirements);
          }
        });

    assertThat(read).containsExactly(52, 68, 77, 85, 92);
    assertThat(found).containsExactly(3);
  }

  @Test
  void whatNamesATestIsToldAsAPartOfTheWork() {
    var read = new ArrayList<Integer>();
    Extraction.of(List.of(
        Passage.row(List.of("ID", "Requirement", "Test case"), Source.row("a.csv", 1, 1, null)),
        Passage.row(List.of("A-1", "It shall go.", "TC-1"), Source.row("a.csv", 1, 2, null))),
        read::add);

    assertThat(read.subList(read.size() - 2, read.size())).containsExactly(80, 90);
  }
}
