package dev.meanwhile.trace.extract.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// IDs that stand apart from their statements by markup alone.
class LabelsTest {
  private static final Source HERE = Source.line("a.md", 1, null);

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "**FR-2.1** Users sign in with a code | FR-2.1 | Users sign in with a code",
      "[ ] **FR7** The list is sorted by date | FR7 | The list is sorted by date",
      "[x] **NFR2** `Search` waits for 300 ms | NFR2 | `Search` waits for 300 ms",
      "✅ **FR3**: Search by name and town | FR3 | Search by name and town",
      "**FR8** `[Must]` A tap opens the sheet | FR8 | `[Must]` A tap opens the sheet",
      "**CR1**: Old links stay valid | CR1 | Old links stay valid",
      "**F4.2 (P1):** Show each lead's history | F4.2 | Show each lead's history",
      "**FR-3: Export** – The user downloads the list as CSV | FR-3 | The user downloads the list as CSV",
      "**FR-4: Print lists** | FR-4 | Print lists",
      "**FR-4: Print lists** on paper | FR-4 | Print lists on paper",
      "**FR-5**. Users sign out by a click | FR-5 | Users sign out by a click",
      "`[SWS_Abc_00126]` Names of types end in Type | SWS_Abc_00126 | Names of types end in Type",
      "*NFR-9* 99 % of the calls end in time | NFR-9 | 99 % of the calls end in time",
      "**FR1**：系统支持导出 | FR1 | 系统支持导出", "FR2：系统支持打印 | FR2 | 系统支持打印"})
  void anIdInMarkupIsOneOfTheStatementBehindIt(String item, String id, String text) {
    assertThat(found(Passage.item(item, 1, HERE))).extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple(id, text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"**FR-2** is covered by the first sprint", "`error_404` Page of its own",
      "**Step 1** Open the page", "**Note** The page opens", "**ISO-9001** Quality of the work",
      "`utf-8` Text of the file", "**BUG-12** Page without a title", "**iOX17.2** Support for it",
      "**GPT-4** Model of the year"})
  void whatOnlyMentionsAnIdOrIsNoneIsNoStatement(String item) {
    assertThat(found(Passage.item(item, 1, HERE))).isEmpty();
  }

  @Test
  void everyLineOfAParagraphCanHaveALabel() {
    var lines = "**FR-1** Users sign in by mail\n**FR-2** Users sign out at once";

    assertThat(found(Passage.paragraph(lines, HERE)))
        .extracting(Requirement::id, Requirement::text, r -> r.source().line())
        .containsExactly(tuple("FR-1", "Users sign in by mail", 1),
            tuple("FR-2", "Users sign out at once", 2));
  }

  @Test
  void theStatementBelowATitleGoesBeforeIt() {
    assertThat(found(Passage.paragraph("**FR-1: Sign-in**\nUsers sign in by mail only", HERE)))
        .extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("FR-1", "Users sign in by mail only"));
    assertThat(found(Passage.paragraph("**FR-1: Sign-in**\nUsers sign in daily", HERE)))
        .extracting(Requirement::text).containsExactly("Users sign in daily");
  }

  @Test
  void aListBelowATitleIsReadWithIt() {
    assertThat(found(
        Passage.paragraph("**FR-1: Sign-in**\n- by mail with code\n- by card with photo", HERE)))
        .extracting(Requirement::text).singleElement().asString().startsWith("Sign-in")
        .contains("by mail with code", "by card with photo");
  }

  @Test
  void aParagraphInBoldNamesTheNextOne() {
    assertThat(found(Passage.paragraph("**FR-1: Sign-in**", HERE),
        Passage.paragraph("The server shall check the code.", HERE)))
        .extracting(Requirement::id, Requirement::title, Requirement::text)
        .containsExactly(tuple("FR-1", "Sign-in", "The server shall check the code."));
  }

  @Test
  void aHeadingAboveLabelledItemsIsTheirTitleAndNoRequirement() {
    assertThat(found(Passage.heading("FR-1: Sign-in", 3, HERE),
        Passage.item("**FR-1.1**: MUST check the code", 1, HERE)))
        .extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("FR-1.1", "MUST check the code"));
  }

  @Test
  void aStatementInBoldAsAWholeIsNoTitle() {
    assertThat(found(Passage.paragraph("**FR-1: The pump shall stop**", HERE)))
        .extracting(Requirement::id).containsExactly("FR-1");
  }

  private static List<Requirement> found(Passage... passages) {
    return Extraction.of(Stream.of(passages).toList()).requirements();
  }
}
