package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.testing.Effort;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTableTest {
  private final Documents documents = Documents.withDefaults();

  @Test
  void columnsBelowAHeaderAreATable() {
    var rows = rows("""
      Ferry requirements

      ID       Requirement                          Priority
      -------  -----------------------------------  --------
      FRY-1    The ferry shall sound its horn when  High
               it leaves the port.
      FRY-2    The ferry shall carry 40 cars.       Low

      Nothing else was agreed on, as the minutes say.
      """);

    assertThat(rows).extracting(Passage::cells).containsExactly(
        List.of("ID", "Requirement", "Priority"),
        List.of("FRY-1", "The ferry shall sound its horn when\nit leaves the port.", "High"),
        List.of("FRY-2", "The ferry shall carry 40 cars.", "Low"));
    assertThat(rows).extracting(r -> r.source().line()).containsExactly(3, 5, 7);
  }

  @Test
  void blankLinesMayStandBetweenItsRows() {
    var rows = rows("""
      Req ID    Requirement

      FRY-1     The ferry shall sound its horn when
                it leaves the port.

      FRY-2     The ferry shall carry 40 cars.

      The end.
      """);

    assertThat(rows).extracting(p -> p.cells().getFirst())
        .containsExactly("Req ID", "FRY-1", "FRY-2");
  }

  @Test
  void aLineThatGoesAcrossItsColumnsEndsIt() {
    var passages = read("""
      ID       Requirement
      FRY-1    The ferry shall sound its horn.
      Whoever reads this will see that the table is over.
      """);

    assertThat(passages).extracting(Passage::kind).containsExactly(Kind.ROW, Kind.ROW,
        Kind.PARAGRAPH);
  }

  @Test
  void wordsThatStandFarApartAreNoHeaderWithoutARow() {
    assertThat(rows("ID   Requirement\n\nThe ferry was built in 1972 and is red.\n")).isEmpty();
  }

  @Test
  void hostileColumnsCostLittle() {
    for (var text : List.of("ID  Requirement\n".repeat(20_000),
        "ID  Text\nA-1  b\n\n".repeat(20_000),
        "ID" + "  Text".repeat(100_000), "ID  Text\n" + "A-1  b\n".repeat(40_000))) {
      Effort.assertReadLikePlain(text, this::read);
    }
  }

  private List<Passage> rows(String text) {
    return read(text).stream().filter(p -> p.kind() == Kind.ROW).toList();
  }

  private List<Passage> read(String text) {
    return documents.read("a.txt", text.getBytes(StandardCharsets.UTF_8)).passages();
  }
}
