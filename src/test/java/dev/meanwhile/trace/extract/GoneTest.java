package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.testing.Effort;
import dev.meanwhile.trace.Finding;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.table.Joined;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sentences of prose that say of several IDs that they are gone.
class GoneTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"PUMP-10 to PUMP-12 are deleted. | PUMP-10 PUMP-11 PUMP-12",
      "PUMP-010 – PUMP-012: deleted | PUMP-010 PUMP-011 PUMP-012",
      "PUMP-010 - PUMP-012 - Deleted. | PUMP-010 PUMP-011 PUMP-012",
      "PUMP-010-PUMP-012: withdrawn | PUMP-010 PUMP-011 PUMP-012",
      "PUMP-010..PUMP-012 obsolete | PUMP-010 PUMP-011 PUMP-012",
      "PUMP-010 … PUMP-012: (deleted) | PUMP-010 PUMP-011 PUMP-012",
      "PUMP-010 through 012 have been removed in rev 3 | PUMP-010 PUMP-011 PUMP-012",
      "PUMP-098 to 101: retired | PUMP-098 PUMP-099 PUMP-100 PUMP-101",
      "Requirements PUMP-7 to PUMP-8 were withdrawn per CR-9. | PUMP-7 PUMP-8",
      "The requirements PUMP-7, PUMP-9 and PUMP-11 are no longer needed. | PUMP-7 PUMP-9 PUMP-11",
      "All of PUMP | ''", "PUMP-7, 9 and 11-13: Withdrawn | PUMP-7 PUMP-9 PUMP-11 PUMP-12 PUMP-13",
      "**PUMP-7** to **PUMP-8**: deleted | PUMP-7 PUMP-8",
      "[PUMP-7] – [PUMP-8] deleted | PUMP-7 PUMP-8",
      "PUMP-7 is deleted. | PUMP-7",
      "PUMP-A-1 to PUMP-A-3 are superseded. | PUMP-A-1 PUMP-A-2 PUMP-A-3",
      "PUMP-9 to PUMP-7 are void. | PUMP-9 PUMP-7",
      "PUMP-1 to PUMP-900 are deleted. | PUMP-1 PUMP-900",
      "PUMP-1 to VALVE-3 are deleted. | PUMP-1 VALVE-3"})
  void theyAreDeletedRequirements(String sentence, String ids) {
    assertThat(deleted(rtm("LAMP-1: The lamp shall glow.", sentence)))
        .isEqualTo(ids);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUMP-7 to PUMP-9 are deleted files.",
      "PUMP-7 to PUMP-9 shall be deleted.",
      "Records 7 to 9 are deleted after a day.", "PUMP-7 to PUMP-9 are tested in winter.",
      "The pages PUMP-7 to PUMP-9 are deleted.", "PUMP-7 and the lamp are deleted.",
      "PUMP-7 to PUMP-9 are to be reviewed before any of them is deleted by anyone in the whole house."})
  void otherSentencesDeleteNothing(String sentence) {
    assertThat(deleted(rtm("PUMP-7: The pump shall run.", sentence))).isEmpty();
  }

  @Test
  void aDashBeforeAnItemIsNoRange() {
    assertThat(deleted(rtm("- PUMP-1\n- PUMP-4: deleted\n- PUMP-5: It shall stop.")))
        .isEqualTo("PUMP-4");
    assertThat(deleted(rtm("PUMP-1\nto PUMP-3: deleted"))).isEqualTo("PUMP-1 PUMP-2 PUMP-3");
  }

  @Test
  void whatTheDocumentStatesElsewhereIsMarkedAndKeepsItsWords() {
    var rtm = rtm("PUMP-1: The pump shall run.", "PUMP-2: The pump shall stop.",
        "PUMP-3: The pump shall rest.", "PUMP-1 to PUMP-2 are deleted.");

    assertThat(rtm.requirements()).extracting(r -> r.id() + " " + r.status() + " " + r.text())
        .containsExactly("PUMP-1 deleted The pump shall run.",
            "PUMP-2 deleted The pump shall stop.", "PUMP-3 active The pump shall rest.");
    assertThat(rtm.candidates()).isEmpty();
  }

  @Test
  void whatAnotherDocumentStatesStaysAndTheContradictionIsReported() {
    var rtm = Extraction.of(List.of(line("srs.md", 1, "PUMP-1: The pump shall run."),
        line("note.md", 1, "PUMP-1 to PUMP-2 are deleted.")));

    assertThat(rtm.requirements()).extracting(r -> r.id() + " " + r.status())
        .containsExactly("PUMP-1 active", "PUMP-2 deleted");
    assertThat(rtm.findings()).filteredOn(f -> f.rule().equals(Joined.RULE))
        .extracting(Finding::requirementId).containsExactly("PUMP-1");
  }

  @Test
  void theSentencesAroundItStayWhatTheyAre() {
    var rtm = rtm(
        "PUMP-1: The pump shall run. PUMP-2 to PUMP-3 are deleted. PUMP-4: It shall stop.\n"
            + "PUMP-5 – PUMP-6: deleted\nPUMP-7: It shall rest.");

    assertThat(rtm.requirements()).extracting(r -> r.id() + " " + r.text())
        .containsExactlyInAnyOrder("PUMP-1 The pump shall run.", "PUMP-4 It shall stop.",
            "PUMP-7 It shall rest.", "PUMP-2 are deleted.", "PUMP-3 are deleted.",
            "PUMP-5 deleted", "PUMP-6 deleted");
    assertThat(rtm.requirements()).filteredOn(r -> r.id().equals("PUMP-5"))
        .extracting(r -> r.source().line()).containsExactly(2);
  }

  @Test
  void aHeadingNamesThemToo() {
    var rtm = Extraction.of(List.of(
        Passage.heading("PUMP-1 to PUMP-2: Deleted", 2, Source.line("a.md", 1, null)),
        Passage.paragraph("They moved to the lamp.", Source.line("a.md", 2, null)),
        line("a.md", 3, "PUMP-3: The pump shall rest.")));

    assertThat(deleted(rtm)).isEqualTo("PUMP-1 PUMP-2");
    assertThat(rtm.requirements()).hasSize(3);
  }

  @Test
  void whatIsSaidBesideAGoneRequirementIsKept() {
    var rtm = Extraction.of(List.of(
        line("srs.md", 1, "PUMP-1: The pump shall run."), line("srs.md", 2, "Priority: High"),
        line("srs.md", 3, "PUMP-1 to PUMP-2 are deleted.")));

    assertThat(rtm.requirements().getFirst().status()).isEqualTo(Status.DELETED);
    assertThat(rtm.requirements().getFirst().priority()).isEqualTo("High");
  }

  @ParameterizedTest
  @ValueSource(strings = {"A%d-1 to A%d-499 are deleted.\n", "A-%d, ", "A-%d to ", "((((",
      ". . . "})
  void manyOfThemAreReadInTimeAndWithoutEnd(String part) {
    var text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(part.replace("%d", String.valueOf(i)));
    }

    Effort.assertReadLikePlain(text.toString(),
        it -> assertThat(rtm(it).requirements()).hasSizeLessThan(60_000));
  }

  private static Rtm rtm(String... paragraphs) {
    var passages = new ArrayList<Passage>();
    for (var paragraph : paragraphs) {
      passages.add(line("srs.md", passages.size() + 1, paragraph));
    }
    return Extraction.of(passages);
  }

  private static Passage line(String file, int line, String text) {
    return Passage.paragraph(text, Source.line(file, line, null));
  }

  private static String deleted(Rtm rtm) {
    return rtm.requirements().stream().filter(r -> r.status() == Status.DELETED).map(r -> r.id())
        .collect(Collectors.joining(" "));
  }
}
