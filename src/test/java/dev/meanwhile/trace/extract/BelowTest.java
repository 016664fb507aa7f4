package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.jspecify.annotations.Nullable;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Text without an ID in documents that give their requirements one.
class BelowTest {
  private static final Source HERE = Source.line("srs.md", 1, null);

  private final List<Passage> passages = new ArrayList<>();

  @Test
  void whatBindsDirectlyBelowAnIdIsAPartOfItWhereNearlyAllHaveOne() {
    text("KLN-1: The kiln shall heat up.");
    text("It shall reach 900 degrees.");
    text("Verification: Test");
    text("KLN-2: The kiln shall cool down.");
    text("KLN-3: The kiln shall stay shut.");

    assertThat(rtm().requirements()).extracting(Requirement::id, Requirement::text).containsExactly(
        tuple("KLN-1", "The kiln shall heat up.\nIt shall reach 900 degrees."),
        tuple("KLN-2", "The kiln shall cool down."), tuple("KLN-3", "The kiln shall stay shut."));
    assertThat(rtm().requirements().getFirst().verification()).isNotNull();
    assertThat(rtm().candidates()).isEmpty();
  }

  @Test
  void aListBelowTheTitleOfAnIdIsItsStatementAsAWhole() {
    for (int i = 1; i <= 3; i++) {
      text("**KLN-00" + i + ": Kiln**");
      item(1, "The kiln **shall** heat up.");
      item(1, "The kiln **shall** cool down.");
      item(1, "The kiln **shall** stay shut.");
    }

    assertThat(rtm().requirements()).extracting(Requirement::id)
        .containsExactly("KLN-001", "KLN-002", "KLN-003");
    assertThat(rtm().requirements()).allSatisfy(r -> assertThat(r.text()).contains("heat", "cool",
        "shut"));
  }

  @Test
  void whatBindsBelowAnIdIsARequirementOfItsOwnWhereManyHaveNone() {
    text("KLN-1: The kiln shall heat up.");
    text("The door shall be blue.");
    text("The lamp shall be red.");

    assertThat(rtm().requirements()).extracting(Requirement::text).containsExactly(
        "The kiln shall heat up.", "The door shall be blue.", "The lamp shall be red.");
  }

  @Test
  void whatFollowsAnExplanationOrALabelIsNoPartOfTheStatement() {
    text("KLN-1: The kiln shall heat up.");
    text("Clay hardens in it.");
    text("The door shall be blue.");
    text("KLN-2: The kiln shall cool down.");
    text("Rationale: Clay cracks.");
    text("The lamp shall be red.");
    text("KLN-3: The kiln shall stay shut.");
    text("KLN-4: The kiln shall hum.");

    assertThat(rtm().requirements()).extracting(Requirement::text).contains(
        "The kiln shall heat up.", "The kiln shall cool down.");
  }

  @Test
  void aNeighbourInTheSameListIsNoPartOfAnItem() {
    item(1, "KLN-1: The kiln shall heat up.");
    item(1, "The door shall be blue.");
    item(1, "KLN-2: The kiln shall cool down.");
    item(2, "It shall take a day.");
    item(1, "KLN-3: The kiln shall stay shut.");
    item(1, "KLN-4: The kiln shall hum.");

    assertThat(rtm().requirements()).extracting(Requirement::text).contains(
        "The kiln shall heat up.", "The kiln shall cool down.\nIt shall take a day.");
  }

  @Test
  void theFewThatBindWithoutAnIdAmongManyThatHaveOneAreCandidates() {
    for (int i = 1; i <= 10; i++) {
      text("KLN-" + i + ": The kiln shall bake for " + i + " hours.");
    }
    passages.add(Passage.heading("Safety", 2, HERE));
    text("The certificate shall be renewed.");

    assertThat(rtm().requirements()).hasSize(10).allMatch(r -> r.id().startsWith("KLN-"));
    assertThat(rtm().candidates()).extracting(Requirement::text)
        .containsExactly("The certificate shall be renewed.");
  }

  @Test
  void theItemsWithinAnItemThatSpeaksOfTheFollowingGoOnWithIt() {
    item(1, "[KLN-1] The kiln shall bake the following wares");
    item(2, "cups");
    item(2, "plates");
    item(1, "[KLN-2] The kiln shall cool down");
    item(2, "see the manual");

    assertThat(rtm().requirements()).extracting(Requirement::text).containsExactly(
        "The kiln shall bake the following wares\n- cups\n- plates",
        "The kiln shall cool down");
  }

  @Test
  void aSentenceBelowAHeadingOfNothingButAnIdIsItsStatement() {
    passages.add(Passage.heading("KLN-1", 2, HERE));
    text("*Glaze*");
    text("Glazed wares stay shiny");
    text("*Parent links:* SYS-4");
    passages.add(Passage.heading("KLN-2", 2, HERE));
    text("Cups keep their colour.");
    text("The kiln shall stay below 1000 degrees.");

    assertThat(rtm().requirements())
        .extracting(Requirement::id, Requirement::title, Requirement::text, Requirement::parents)
        .containsExactly(tuple("KLN-1", "Glaze", "Glazed wares stay shiny", List.of("SYS-4")),
            tuple("KLN-2", "The kiln shall stay below 1000 degrees.",
                "The kiln shall stay below 1000 degrees.", List.of()));
  }

  @Test
  void aHeadingWithAnIdMayStandAboveTheWordsThatItIsGone() {
    passages.add(Passage.heading("Glaze [KLN-1]", 2, HERE));
    text("Deleted (see CR-17).");

    assertThat(rtm().requirements()).singleElement().satisfies(r -> {
      assertThat(r.id()).isEqualTo("KLN-1");
      assertThat(r.status()).isEqualTo(Requirement.Status.DELETED);
    });
  }

  @Test
  void whatBindsInSeveralTextsDirectlyBelowAnIdIsAPartOfIt() {
    text("KLN-1: The kiln shall heat up.");
    text("It shall reach 900 degrees.");
    text("It shall hold them for a day.");
    text("KLN-2: The kiln shall cool down.");
    text("KLN-3: The kiln shall stay shut.");
    text("KLN-4: The kiln shall hum.");

    assertThat(rtm().requirements()).extracting(Requirement::text).startsWith(
        "The kiln shall heat up.\nIt shall reach 900 degrees.\nIt shall hold them for a day.");
  }

  @Test
  void aWishBelowAnIdIsNoPartOfWhatBinds() {
    text("KLN-1: The kiln shall heat up.");
    text("It should reach 900 degrees.");
    text("KLN-2: The kiln shall cool down.");
    text("KLN-3: The kiln shall stay shut.");

    assertThat(rtm().requirements()).extracting(Requirement::text)
        .startsWith("The kiln shall heat up.");
    assertThat(rtm().candidates()).extracting(Requirement::text)
        .containsExactly("It should reach 900 degrees.");
  }

  @ParameterizedTest
  @CsvSource({"2,Clay hardens.", "3,"})
  void aReasonIsFoundBelowTwoTextsAndNotBelowMore(int texts, @Nullable String reason) {
    text("KLN-1: The kiln shall heat up.");
    for (int i = 1; i <= texts; i++) {
      text("Kiln " + i + " is of clay.");
    }
    text("Rationale: Clay hardens.");

    assertThat(rtm().requirements().getFirst().rationale()).isEqualTo(reason);
  }

  private void text(String text) {
    passages.add(Passage.paragraph(text, HERE));
  }

  private void item(int depth, String text) {
    passages.add(Passage.item(text, depth, HERE));
  }

  private Rtm rtm() {
    return Extraction.of(passages);
  }
}
