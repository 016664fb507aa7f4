package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// An ID at the beginning of a line, with no sign between it and its statement.
class OpeningsTest {
  private static final String[] BINDING = {"GRD100 The mill shall grind.",
      "GRD200 The mill shall stop.", "**GRD300** If it is dark, the mill shall rest."};

  @Test
  void amongStatementsThatBindOneThatOnlyTellsIsAStatementToo() {
    assertThat(rtm("GRD100.1 The stones are the same as those of the old mill.",
        "GRD200.1  A brake may be used by the miller.\nGRD200.2 Sails can be turned by hand only.")
        .requirements()).extracting(Requirement::id, Requirement::text).contains(
            tuple("GRD100.1", "The stones are the same as those of the old mill."),
            tuple("GRD200.1", "A brake may be used by the miller."),
            tuple("GRD200.2", "Sails can be turned by hand only."));
  }

  @Test
  void anIdThatIsSpokenOfOpensNoStatement() {
    assertThat(rtm("GRD400 is tested by hand in the yard.", "GRD500 Brakes",
        "GRD100 The old wording was another one here.", "TC-1 The miller looks at the stones.",
        "OLD100 The stones of the old mill were red.").ids())
        .containsExactly("GRD100", "GRD200", "GRD300");
  }

  @Test
  void whatStandsInATableIsStatedThere() {
    var passages = Stream.concat(Stream.of(BINDING).map(OpeningsTest::paragraph),
        Stream.of(row("ID", "Requirement"), row("GRD400", "The mill shall sing."),
            paragraph("GRD400 The song was heard in all of the valley.")))
        .toList();

    assertThat(Extraction.of(passages).requirements()).extracting(Requirement::id)
        .containsExactly("GRD100", "GRD200", "GRD300", "GRD400");
  }

  @Test
  void fewerThanThreeThatBindMakeNoHabit() {
    var passages = Stream.of("GRD100 The mill shall grind.", "GRD200 The mill shall stop.",
        "GRD300 The stones were cut by the miller.", "GRD400 The sails were sewn by his wife.")
        .map(OpeningsTest::paragraph).toList();

    assertThat(Extraction.of(passages).ids()).containsExactly("GRD100", "GRD200");
  }

  @Test
  void oneThatOnlyTellsIsAStatementAmongThreeThatBind() {
    assertThat(rtm("GRD400 The stones were cut by the miller.").ids())
        .containsExactly("GRD100", "GRD200", "GRD300", "GRD400");
  }

  @Test
  void theHabitIsThatOfIdsWithTheSameLetters() {
    assertThat(rtm("OVN-100 The oven was built by the same hands.").ids())
        .doesNotContain("OVN-100");
  }

  @Test
  void aTaskThatOnlyTellsIsNone() {
    var passages = Stream.of("TASK-1 The miller shall buy stones.",
        "TASK-2 The miller shall buy sails.", "TASK-3 The miller shall sell flour.",
        "TASK-4 Somebody was at the market in May.").map(OpeningsTest::paragraph).toList();

    assertThat(Extraction.of(passages).ids()).doesNotContain("TASK-4");
  }

  @Test
  void aLongCellThatSpeaksOfAnIdDoesNotStateIt() {
    var passages = Stream.concat(Stream.of(BINDING).map(OpeningsTest::paragraph),
        Stream.of(
            row("Sails", "They were mended twice in the first year after the storm, and it is "
                + "written in the book of the mill that GRD400 came of it"),
            paragraph("GRD400 The sails were sewn by his wife.")))
        .toList();

    assertThat(Extraction.of(passages).ids()).contains("GRD400");
  }

  private static Rtm rtm(String... more) {
    return Extraction.of(Stream.concat(Stream.of(BINDING), Stream.of(more))
        .map(OpeningsTest::paragraph).toList());
  }

  private static Passage paragraph(String text) {
    return Passage.paragraph(text, Source.line("mill.txt", 1, null));
  }

  private static Passage row(String... cells) {
    return Passage.row(List.of(cells), Source.row("mill.txt", 1, 1, null));
  }
}
