package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Verification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsideTest {
  private static final Source HERE = Source.line("srs.md", 1, null);

  private final List<Passage> passages = new ArrayList<>();

  @Test
  void theReasonUnderAStatementIsItsReasonWhateverItSays() {
    heading("PMP100");
    text("The pump shall stop.");
    text("*Rationale: It gets hot. It must be let to cool, and the tank must be shut.*");

    assertThat(rtm().requirements()).singleElement().satisfies(r -> {
      assertThat(r.text()).isEqualTo("The pump shall stop.");
      assertThat(r.rationale())
          .isEqualTo("It gets hot. It must be let to cool, and the tank must be shut.");
    });
    assertThat(rtm().candidates()).isEmpty();
  }

  @Test
  void aLabelThatStandsAloneHoldsUntilTheNextOne() {
    text("PMP100: The pump shall stop.");
    text("Rationale:");
    text("It must be let to cool.");
    item("The tank must be shut.");
    text("Needs: test");
    text("The tank shall be blue.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("The pump shall stop.", "The tank shall be blue.");
    assertThat(rtm().requirements().getFirst().rationale())
        .isEqualTo("It must be let to cool.\nThe tank must be shut.");
  }

  @Test
  void whatLabelsSayBesideAStatementIsKnownOfIt() {
    text("PMP100: The pump shall stop.");
    text("**Verification:** Test\nPriority: High");
    text("Source: Letter of May");
    text("PMP101: The pump shall hum.");
    text("Status: Deleted");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("The pump shall stop.", "The pump shall hum.");
    assertThat(rtm().requirements().getFirst()).satisfies(r -> {
      assertThat(r.priority()).isEqualTo("High");
      assertThat(r.verification()).isEqualTo(Verification.of("Test"));
    });
    assertThat(rtm().requirements().getLast().status()).isEqualTo(Requirement.Status.DELETED);
  }

  @Test
  void aLabelledLineThatBindsIsAStatement() {
    text("PMP100: The pump shall stop.");
    text("Status: The pump shall show its state.");

    assertThat(rtm().requirements()).hasSize(2);
  }

  @Test
  void whatAStatementCoversIsItsParent() {
    heading("Stop");
    text("`req~stop~1`");
    text("The pump stops by itself.");
    text("Covers:");
    item("[feat~safety~1](#safety)");
    item("`feat~noise~2`");

    assertThat(rtm().requirements()).singleElement().satisfies(r -> {
      assertThat(r.id()).isEqualTo("req~stop~1");
      assertThat(r.parents()).containsExactly("feat~safety~1", "feat~noise~2");
    });
  }

  @Test
  void aRemarkEndsWhereTheNextIdBegins() {
    text("PMP100: The pump shall stop.");
    text("Note:");
    text("PMP101: The pump shall rest.");

    assertThat(rtm().ids()).containsExactly("PMP100", "PMP101");
  }

  @ParameterizedTest
  @CsvSource({"Stop of the pump [PMP-100],Stop of the pump",
      "2.1 Stop _PMP-100_ {#PMP-100},Stop",
      "Stop (PMP-100),Stop"})
  void aHeadingThatEndsWithAnIdNamesWhatStandsBelow(String heading, String title) {
    heading(heading);
    text("The pump shall stop.");

    assertThat(rtm().requirements()).singleElement().satisfies(r -> {
      assertThat(r.id()).isEqualTo("PMP-100");
      assertThat(r.title()).isEqualTo(title);
      assertThat(r.text()).isEqualTo("The pump shall stop.");
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Test of the stop (PMP-100)", "Scope {#sec-100}"})
  void aHeadingAboveTextThatDemandsNothingNamesNoRequirement(String heading) {
    heading(heading);
    text("Press the key and look at the lamp.");

    assertThat(rtm().requirements()).isEmpty();
  }

  @Test
  void linksBelowAStatementAreParentsAndChildren() {
    heading("1.1 BAR-1");
    text("*Opening*");
    text("The bar shall open at 7.");
    text("*Parent links:* SYS-1, SYS-2");
    text("*Child links:* [BAR-1.1](x.html#BAR-1.1), T-9");
    text("BAR-1.1: The door shall open.");

    assertThat(rtm().requirements()).extracting(r -> r.id() + " " + r.title() + " " + r.parents())
        .containsExactly("BAR-1 Opening [SYS-1, SYS-2]",
            "BAR-1.1 The door shall open. [BAR-1]");
    assertThat(rtm().links()).extracting(l -> l.requirementId() + ">" + l.target())
        .containsExactlyInAnyOrder("BAR-1>SYS-1", "BAR-1>SYS-2", "BAR-1.1>BAR-1");
  }

  @Test
  void aFewWordsBelowAnIdAreItsTitle() {
    heading("Bar-7");
    text("Tea pots");
    text("A pot shall hold 1 l.");
    heading("Bar-8");
    text("Pots are old.");
    text("They shall be new.");

    assertThat(rtm().requirements().getFirst().title()).isEqualTo("Tea pots");
    assertThat(rtm().requirements().getFirst().id()).isEqualTo("Bar-7");
    assertThat(rtm().requirements().getLast().text()).isEqualTo("They shall be new.");
  }

  @Test
  void whatItsOwnLinesSayStandsBesideAStatement() {
    text("PMP-100 {SYS-4, SYS-7} The pump shall stop.\nRationale: It gets hot.\nPriority: High\n"
        + "NOTE Oil may drip.");
    text("PMP-101: The pump shall hum.\nChild links: those of the old book");

    assertThat(rtm().requirements())
        .extracting(Requirement::text, Requirement::rationale, Requirement::priority,
            Requirement::parents)
        .containsExactly(
            tuple("The pump shall stop.", "It gets hot.", "High", List.of("SYS-4", "SYS-7")),
            tuple("The pump shall hum.\nChild links: those of the old book", null, null,
                List.of()));
  }

  @Test
  void whatFollowsALabelInItsOwnLinesIsNoPartOfAStatement() {
    text("PMP-100: The pump shall stop.\nPriority: High");
    text("It shall be quiet.");
    text("PMP-101: The pump shall hum.");
    text("PMP-102: The pump shall rest.");
    text("PMP-103: The pump shall cool down.");

    assertThat(rtm().requirements().getFirst().text()).isEqualTo("The pump shall stop.");
  }

  @Test
  void aNoteBelowAStatementDemandsNothing() {
    text("PMP-100: The pump shall stop.");
    text("NOTE 2 The pump must be oiled.");
    text("Rationale: It gets hot.");

    assertThat(rtm().requirements()).extracting(Requirement::text, Requirement::rationale)
        .containsExactly(tuple("The pump shall stop.", "It gets hot."));
  }

  @Test
  void aLabelThatStandsAloneEndsWithItsSection() {
    text("PMP-100: The pump shall stop.");
    text("Rationale:");
    heading("Lamp");
    text("PMP-101: The pump shall glow.\nThe lamp shall be red.");
    text("It is dark by night.");

    assertThat(rtm().requirements()).extracting(Requirement::rationale).containsOnlyNulls();
  }

  @Test
  void aReasonIsNotThatOfAStatementAboveAnother() {
    text("PMP-100: The pump shall stop.");
    text("The lamp [PMP-101] shall glow.");
    text("Rationale: It is dark.");
    text("PMP-102: The pump shall hum.");
    passages.add(Passage.need("The lamp shall be red.", Map.of("type", "requirement"), HERE));
    text("Rationale: Red is seen from afar.");

    assertThat(rtm().requirements()).filteredOn(r -> !r.id().startsWith("GEN-"))
        .extracting(Requirement::id, Requirement::rationale).containsExactly(
            tuple("PMP-100", null), tuple("PMP-101", null), tuple("PMP-102", null));
  }

  private void heading(String text) {
    passages.add(Passage.heading(text, 3, HERE));
  }

  private void text(String text) {
    passages.add(Passage.paragraph(text, HERE));
  }

  private void item(String text) {
    passages.add(Passage.item(text, 1, HERE));
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }

  @Test
  void whatIsNoListOfParentsIsReadAsText() {
    text("PMP100: The pump shall stop.");
    text("Covers:");
    text("The tank shall be shut.");

    assertThat(rtm().requirements()).hasSize(2);
    assertThat(rtm().requirements().getLast().text()).endsWith("The tank shall be shut.");
    assertThat(rtm().requirements().getFirst().parents()).isEmpty();
  }

  @Test
  void whatStandsBehindALabelIsNoStatementOfItsOwn() {
    text("PMP100: The pump shall stop.");
    text("Rationale: It must be let to cool.");
    text("Priority: Should have\nSource: what Kim should like");

    assertThat(rtm().requirements()).extracting(Requirement::rationale, Requirement::priority)
        .containsExactly(tuple("It must be let to cool.", "Should have"));
    assertThat(rtm().candidates()).isEmpty();
  }

  @Test
  void aDescriptionBelowAStatementIsReadAsText() {
    text("PMP100: The pump shall stop.");
    text("Description: The pump should rest.");

    assertThat(rtm().candidates()).extracting(Requirement::text)
        .containsExactly("Description: The pump should rest.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Covers: The tank shall be shut.", "Children: They shall be shut."})
  void wordsBehindALabelOfLinksAreReadAsText(String text) {
    text("PMP100: The pump shall stop.");
    text(text);

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("The pump shall stop.", text);
  }

  @Test
  void theChildrenOfAStatementRefineIt() {
    text("BAR-1: The bar shall open.");
    text("Child links: BAR-7, BAR-8");
    text("BAR-7: The door shall open.");

    assertThat(rtm().requirements()).extracting(Requirement::id).containsExactly("BAR-1", "BAR-7");
    assertThat(rtm().links()).extracting(l -> l.requirementId() + ">" + l.target())
        .containsExactly("BAR-7>BAR-1");
  }

  @Test
  void aRemarkBehindItsLabelDemandsNothing() {
    text("PMP100: The pump shall stop.");
    text("Discussion: The tank must be shut.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .containsExactly("The pump shall stop.");
  }
}
