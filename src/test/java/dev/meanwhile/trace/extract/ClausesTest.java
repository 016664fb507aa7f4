package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.IdOrigin;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where in a text the ID of a requirement stands before its statement, and where it is only mentioned.
class ClausesTest {

  @ParameterizedTest
  @ValueSource(strings = {"FRY-1: Horn by night", "FRY-1 - Horn by night", "FRY-1 – Horn by night",
      "FRY-1 | Horn by night", "FRY-1 = Horn by night", "FRY-1. Horn by night",
      "**FRY-1:** Horn by night", "[FRY-1]: Horn by night", "FRY-1:Horn by night"})
  void aSeparatorBehindAnIdSaysThatItsStatementFollows(String line) {
    assertThat(of(line).requirements()).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("FRY-1", "Horn by night"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"**FRY-2:** Horn by night", "*FRY-2:* Horn by night",
      "- `FRY-2:` Horn by night"})
  void theMarkupOfAnIdOnALaterLineIsNoPartOfItsStatement(String line) {
    assertThat(of("FRY-1: It shall go.\n" + line).requirements()).extracting(Requirement::text)
        .containsExactly("It shall go.", "Horn by night");
  }

  @Test
  void aNameInTheMarksOfCodeCanGoOnWithTheLineAbove() {
    var source = Source.line("a.md", 1, null);
    var named = Passage.paragraph("""
      The default is `RATE_9` +
      `GAIN_13`. A change of it shall require a new build.""", source);

    var above = Passage.paragraph("""
      The default is `RATE_9`.
      `GAIN_13`. A change of it shall require a new build.""", source);

    assertThat(Extraction.of(List.of(named)).ids()).doesNotContain("GAIN_13");
    assertThat(Extraction.of(List.of(above)).ids()).containsExactly("GAIN_13");
  }

  @Test
  void theLastOfAListOfIdsNamesNoTextBelowIt() {
    var rtm = Extraction.of(List.of(
        Passage.paragraph("FRY-1: The ferry shall hum.", Source.line("a.txt", 1, null)),
        Passage.paragraph("It goes with FRY-7, FRY-8", Source.line("a.txt", 3, null)),
        Passage.paragraph("The pier shall be lit.", Source.line("a.txt", 5, null))));

    assertThat(rtm.ids()).contains("FRY-1").doesNotContain("FRY-7", "FRY-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"It goes with FRY-7, *FRY-8*", "It goes with **FRY-7**, **FRY-8**"})
  void theLastOfAListNamesNothingInBoldEither(String list) {
    assertThat(of("FRY-1: The ferry shall hum.", list, "The pier shall be lit.").ids())
        .contains("FRY-1").doesNotContain("FRY-7", "FRY-8");
  }

  @Test
  void aNameInTheMarksOfCodeBehindAFullStopHasAStatement() {
    assertThat(of("The ferry reads its state.\n`FRY-7`: The horn sounds by night.").requirements())
        .extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("FRY-7", "The horn sounds by night."));
  }

  @Test
  void whatAStatementRefinesMayStandInBracesBehindItsId() {
    assertThat(of("FRY-1 {SYS-4, SYS-7} Horn by night").requirements())
        .extracting(Requirement::id, Requirement::text, Requirement::parents)
        .containsExactly(tuple("FRY-1", "Horn by night", List.of("SYS-4", "SYS-7")));
    assertThat(of("FRY-1 {see below} by night").requirements()).isEmpty();
    assertThat(of("LTO7 {SYS-4} tapes by night").requirements()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"The ferry shall cost at most $10,000.",
      "The ferry shall carry at most 10,000"})
  void aNumberWithItsThousandsApartEndsAStatement(String text) {
    assertThat(of("FRY-1: " + text).requirements()).extracting(Requirement::text)
        .containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FRY-1 -5 degrees by night", "FRY_1::sound is the horn", "FRY-1.",
      "FRY-1 -", "FRY-1: ", "FRY-1:", "LTO7: the tapes", "LTO7", "FRY-1 by night"})
  void withoutASeparatorOrAStatementNothingIsDemanded(String line) {
    assertThat(of(line).requirements()).isEmpty();
  }

  @Test
  void theStatementOfAnIdWithAColonCanStandInTheNextParagraph() {
    assertThat(of("FRY-1:", "The ferry shall hum.").requirements())
        .extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("FRY-1", "The ferry shall hum."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A FRY-7 ferry shall carry forty cars.",
      "The rules FRY-1,FRY-7: the ferry shall carry forty cars.",
      "FRY-7's horn shall be loud.", "FRY-7 (the old one) shall hum.",
      "FRY-7 , the old one, shall hum.", "FRY-7::sound shall be called first."})
  void aSentenceThatSpeaksOfAnIdIsNoStatementOfIt(String sentence) {
    assertThat(of(sentence).requirements()).extracting(Requirement::idOrigin, Requirement::text)
        .containsExactly(tuple(IdOrigin.GENERATED, sentence));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LTO7 tapes are the only medium\n\nDisks must not be used.",
      "LTO7 tapes rest.\n"})
  void theDemandOfTheNextParagraphMakesNoIdOfAWord(String text) {
    assertThat(of(text).ids()).doesNotContain("LTO7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TAP7 The tapes of the ferry\nmust be kept.",
      "TAP7 The tapes of v. 2 must be kept.", "TAP7 The tapes vs. Disks must be kept."})
  void aSentenceGoesOnOverLinesAndAbbreviations(String text) {
    assertThat(of(text).requirements()).extracting(Requirement::id).containsExactly("TAP7");
  }

  private static Rtm of(String... paragraphs) {
    var passages = new ArrayList<Passage>();
    List.of(paragraphs).forEach(paragraph -> passages
        .add(Passage.paragraph(paragraph, Source.line("a.txt", passages.size() + 1, null))));
    return Extraction.of(passages);
  }
}
