package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.extract.statement.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {
  @Test
  void whatItRefinesStandsInBracesBeforeIt() {
    var statement = Statement.of("{SYS-1,SYS-2} The kiln shall heat up.");

    assertThat(statement.parents()).isEqualTo("SYS-1,SYS-2");
    assertThat(statement.text()).isEqualTo("The kiln shall heat up.");
  }

  @Test
  void whatItRefinesMayStandInBracketsBehindIt() {
    var statement = Statement.of("The kiln shall heat up. >[SYS-1], >[ARC-2]");

    assertThat(statement.parents()).isEqualTo("[SYS-1], [ARC-2]");
    assertThat(statement.text()).isEqualTo("The kiln shall heat up.");
    assertThat(Statement.of("The kiln shall show >[SYS-1] in red."))
        .isEqualTo(new Statement(null, "The kiln shall show >[SYS-1] in red.", List.of()));
  }

  @Test
  void otherWordsInBracesBelongToIt() {
    assertThat(Statement.of("{hot or cold} wares shall stay."))
        .isEqualTo(new Statement(null, "{hot or cold} wares shall stay.", List.of()));
  }

  @Test
  void linesWithALabelStandBesideIt() {
    var statement = Statement.of(
        "The kiln shall\nheat up.\nVerification: Test\nRationale: Clay\nhardens.\nNOTE 2 Mind it.");

    assertThat(statement.text()).isEqualTo("The kiln shall\nheat up.");
    assertThat(statement.labels()).containsExactly("Verification: Test",
        "Rationale: Clay\nhardens.", "NOTE 2 Mind it.");
  }

  @Test
  void aRemarkOrAnUnknownLabelIsAPartOfIt() {
    var text = "The kiln shall heat up.\nNote: Not at night.\nColours: red";

    assertThat(Statement.of(text).text()).isEqualTo(text);
  }

  @Test
  void theLetterBeforeItAndTheHeadingBelowItAreNoParts() {
    assertThat(Statement.of("a. The kiln shall heat up.\n5.3 Wares and glazes").text())
        .isEqualTo("The kiln shall heat up.");
    assertThat(Statement.of("The kiln shall bake at\n5.3 kPa.").text())
        .isEqualTo("The kiln shall bake at\n5.3 kPa.");
  }

  @Test
  void aHeadingIsToldFromItOnlyAtTheEndOfAll() {
    assertThat(Statement.of("5.3 Wares and glazes").text()).isEqualTo("5.3 Wares and glazes");
    assertThat(Statement.of("The kiln shall heat up.\nRationale: Clay.\n5.3 Wares and glazes")
        .labels()).containsExactly("Rationale: Clay.");
    assertThat(Statement.of("The kiln shall heat to\n5.3 Wares and glazes\nRationale: Clay.")
        .text()).isEqualTo("The kiln shall heat to\n5.3 Wares and glazes");
  }

  @Test
  void notesAreCutOffWhereOnlyTheStatementIsWanted() {
    assertThat(Statement.withoutNotes("b) The kiln shall heat up.\nNOTE  Clay hardens."))
        .isEqualTo("The kiln shall heat up.");
    assertThat(Statement.withoutNotes("The kiln shall heat up.\nRationale: Clay."))
        .isEqualTo("The kiln shall heat up.\nRationale: Clay.");
  }
}
