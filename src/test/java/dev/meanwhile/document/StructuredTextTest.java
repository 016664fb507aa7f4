package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.Problem;
import dev.meanwhile.document.reading.Document;
import dev.meanwhile.testing.Effort;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StructuredTextTest {
  private final Documents documents = Documents.withDefaults();

  @Test
  void lettersFurtherInGoOnWithAParagraphOfAnId() {
    var passages = read("a.txt", """
      4.  Tanks

         REQ-3:  A tank MUST NOT leak.

            a) If it is old, it is RECOMMENDED to look at it
               every day.

            b) A new one MAY be looked at less often.

         Justification:  Leaks are dear.

         Some tanks are blue.

            a) This one isn't.
      """).passages();

    assertThat(passages).extracting(Passage::text).contains(
        "REQ-3:  A tank MUST NOT leak.\n      a) If it is old, it is RECOMMENDED to look at it\n"
            + "         every day.\n      b) A new one MAY be looked at less often.",
        "This one isn't.");
  }

  @Test
  void aRulePartsTextsAndIsNone() {
    assertThat(read("a.txt", "--------\nREQ-1: Fill\n\n========\n\nIt shall be filled.\n----\n")
        .passages()).extracting(Passage::text)
        .containsExactly("REQ-1: Fill", "It shall be filled.\n----");
  }

  @Test
  void aListOfFieldsIsReadAsLabels() {
    var passages = read("a.rst", """
      REQ-1: Fill
      -----------

      :Status: Approved
      :Verification: Test

      It shall be filled.

      :ref:`REQ-1` is new.
      """).passages();

    assertThat(passages).extracting(Passage::text).containsExactly("REQ-1: Fill",
        "Status: Approved\nVerification: Test", "It shall be filled.", ":ref:`REQ-1` is new.");
  }

  @Test
  void aDrawnTableInMarkdownIsOne() {
    var passages = read("a.md", """
      # Tanks

      +-------+--------------------+
      | ID    | Requirement        |
      +=======+====================+
      | TNK-1 | The tank shall be  |
      |       | filled.            |
      +-------+--------------------+

      It is blue.
      """).passages();

    assertThat(passages).filteredOn(p -> p.kind() == Passage.Kind.ROW).extracting(Passage::cells)
        .containsExactly(List.of("ID", "Requirement"),
            List.of("TNK-1", "The tank shall be\nfilled."));
    assertThat(passages).filteredOn(p -> p.kind() == Passage.Kind.ROW)
        .extracting(p -> p.source().line()).first().isEqualTo(3);
    assertThat(passages.getLast().text()).isEqualTo("It is blue.");
  }

  @Test
  void aPlaceToLinkToIsNoTextOfAMarkdownDocument() {
    var passages = read("a.md", """
      <a name="tanks"></a>
      ## Tanks

      <a id="full"></a>

      The tank shall be filled.
      """).passages();

    assertThat(passages).extracting(Passage::text).containsExactly("Tanks",
        "The tank shall be filled.");
  }

  @Test
  void aNeedDirectiveHasItsFieldsAndItsStatementAlone() {
    var needs = needs("a.rst", """
      Tank
      ====

      .. req:: Fill
         level
         :id: TNK_1
         :status: open
         :links: TNK_2,
            TNK_3

         The tank shall be filled
         to 80 %.

         - slowly

         .. spec:: Inner
            :id: TNK_9

            Inside.

      .. item:: RQT-7 Named in the argument
         :trace: TNK_1

         It shall be traced.

      .. note:: This isn't one.
      """);

    assertThat(needs).hasSize(3);
    assertThat(needs.getFirst().fields()).containsExactly(Map.entry("type", "req"),
        Map.entry("id", "TNK_1"), Map.entry("title", "Fill level"), Map.entry("status", "open"),
        Map.entry("links", "TNK_2,\nTNK_3"));
    assertThat(needs.getFirst().text())
        .isEqualTo("The tank shall be filled\nto 80 %.\n\n- slowly");
    assertThat(needs.getFirst().source().line()).isEqualTo(4);
    assertThat(needs.getFirst().source().heading()).isEqualTo("Tank");
    assertThat(needs.get(1).field("id")).isEqualTo("TNK_9");
    assertThat(needs.get(2).fields()).containsEntry("id", "RQT-7")
        .containsEntry("title", "Named in the argument").containsEntry("trace", "TNK_1");
  }

  @Test
  void theFieldsBeforeAMarkdownTextAreNoTextButMayBeAnItem() {
    var item = read("a.md", """
      ---
      id: PMP_7
      header: 'Stop'
      level: '1.7'
      links:
      - SYS_1
      text: The pump stops
        at 5 bar.
      ---
      """).passages();
    var page = read("b.md", """
      ---
      id: intro
      description: The page shall be read.
      ---
      # Top
      """).passages();

    assertThat(item).extracting(p -> p.kind(), Passage::text, p -> p.field("title"))
        .containsExactly(tuple(Kind.NEED, "The pump stops at 5 bar.", "Stop"));
    assertThat(page).extracting(p -> p.kind(), Passage::text, p -> p.source().line())
        .containsExactly(tuple(Kind.HEADING, "Top", 5));
    assertThat(read("c.md", "---\n\nA line above.\n\n---\n").passages())
        .extracting(Passage::text).containsExactly("A line above.");
  }

  @Test
  void anAdmonitionWithAnIdIsANeedAndADrawingIsNoPartOfOne() {
    var needs = needs("a.rst", """
      .. feature:: Read files
         :id: F_READ

         Files are read at start.

         .. uml::

            A -> B

         .. error:: A file is missing
            :id: E_MISSING

         It ends then.
      """);

    assertThat(needs).extracting(n -> n.field("id"), Passage::text).containsExactly(
        tuple("F_READ", "Files are read at start.\n\nIt ends then."), tuple("E_MISSING", ""));
  }

  @Test
  void aRemarkInsideOfANeedIsNoPartOfItsStatementUnlessThereIsNone() {
    var needs = needs("a.rst", """
      .. req:: Fill
         :id: R_FILL

         The tank shall be filled.

         .. note::
            A full tank is heavy.

         It shall be closed then.

      .. req:: Empty
         :id: R_EMPTY

         .. important:: The tank shall be emptied.
      """);

    assertThat(needs).extracting(Passage::text).containsExactly(
        "The tank shall be filled.\n\nIt shall be closed then.",
        ".. important:: The tank shall be emptied.");
  }

  @Test
  void everyKindOfRstTableGivesTheSameRows() {
    var grid = """
      +------+-----------+
      | ID   | Text      |
      +======+===========+
      | A-1  | It shall  |
      |      | go.       |
      +------+-----------+
      """;
    var rules = """
      ====  ==========
      ID    Text
      ====  ==========
      A-1   It shall
            go.
      ====  ==========
      """;
    var list = """
      .. list-table:: Name
         :header-rows: 1

         * - ID
           - Text
         * - A-1
           - It shall
             go.
      """;
    var csv = """
      .. csv-table:: Name
         :header: ID, Text

         A-1,"It shall
         go."
      """;
    for (var table : List.of(grid, rules, list, csv)) {
      var rows = read("a.rst", table).passages().stream().filter(p -> p.kind() == Kind.ROW)
          .map(p -> p.cells().stream().map(String::strip).toList()).toList();

      assertThat(rows).as(table).containsExactly(List.of("ID", "Text"),
          List.of("A-1", "It shall\ngo."));
    }
  }

  @Test
  void rstHasHeadingsListsAndPrograms() {
    var document = read("a.rst", """
      ###
      Top
      ###

      Part
      ----

      One::

        x = 1

      * first
        goes on

        #. inner
      * second

      .. code-block:: python

         y = 2
      .. a comment
      """);

    assertThat(document.passages()).extracting(p -> p.kind() + " " + p.level() + " " + p.text())
        .containsExactly("heading 1 Top", "heading 2 Part", "paragraph 0 One:", "code 0 x = 1",
            "item 1 first\ngoes on", "item 2 inner", "item 1 second", "code 0 y = 2");
  }

  @Test
  void bothGrammarsOfStrictDocGiveNeedsAndSections() {
    for (var section : List.of("[[SECTION]]|[[/SECTION]]|RELATIONS", "[SECTION]|[/SECTION]|REFS")) {
      var parts = section.split("\\|", -1);
      var document = read("a.sdoc", """
        [DOCUMENT]
        TITLE: Pump

        %s
        TITLE: Start

        [REQUIREMENT]
        UID: PMP-1
        STATUS: Active
        TITLE: Starts
        STATEMENT: >>>
        The pump shall start

        [when asked].
        <<<
        RATIONALE: Because.
        COMMENT: one
        COMMENT: two
        %s:
        - TYPE: Parent
          VALUE: SYS-1
        - TYPE: Parent
          VALUE: SYS-2
        - TYPE: Parent
          VALUE: SYS-3
          ROLE: Refines

        %s
        """.formatted(parts[0], parts[2], parts[1]));

      assertThat(document.passages()).extracting(Passage::kind).containsExactly(Kind.HEADING,
          Kind.HEADING, Kind.NEED);
      var need = document.passages().getLast();
      assertThat(need.text()).isEqualTo("The pump shall start\n\n[when asked].");
      assertThat(need.fields()).containsEntry("type", "requirement").containsEntry("id", "PMP-1")
          .containsEntry("rationale", "Because.").containsEntry("comment", "one\n\ntwo")
          .containsEntry("parent", "SYS-1, SYS-2").containsEntry("refines", "SYS-3");
      assertThat(need.source().heading()).isEqualTo("Start");
    }
  }

  @Test
  void htmlHasHeadingsListsTablesAndWindowsCharacters() {
    var html = "<html><head><meta charset=\"iso-8859-1\"><title>x</title></head><body>"
        + "<h2>Top</h2><p>It is \u201cclean\u201d\n now.<ul><li>one<li>two</ul>"
        + "<table><tr><th>ID<th colspan=2>Text</tr><tr><td rowspan=2>A-1<td>a<br>b<td>c</tr>"
        + "<tr><td>d<td>e</tr></table><script>shall()</script></body></html>";

    var document = documents.read("a.htm", html.getBytes(Charset.forName("windows-1252")));

    assertThat(document.passages()).extracting(Passage::text).containsExactly("Top",
        "It is \u201cclean\u201d now.", "one", "two", "ID | Text | ", "A-1 | a\nb | c", " | d | e");
    assertThat(document.passages().getLast().source().heading()).isEqualTo("Top");
    assertThat(document.notes()).containsExactly("scripts in it were left alone");
  }

  @Test
  void theOldWordFormatIsRead() throws IOException {
    try (InputStream in = Objects
        .requireNonNull(getClass().getResourceAsStream("/documents/pump.doc"))) {
      var document = documents.read("pump.doc", in.readAllBytes());

      assertThat(document.format()).isEqualTo("doc");
      assertThat(document.passages()).extracting(p -> p.kind() + ": " + p.text()).containsExactly(
          "heading: Pump controller", "paragraph: The pump has one sensor.",
          "row: ID | Description", "row: PMP-1 | The controller shall stop the pump within 2 s.",
          "row: PMP-2 | The controller shall keep a log:\nstarts and stops", "item: first item",
          "paragraph: The end.");
      assertThat(document.passages().get(3).source().heading()).isEqualTo("Pump controller");
    }
  }

  @Test
  void aDamagedOldWordFileSaysSo() throws IOException {
    try (InputStream in = Objects
        .requireNonNull(getClass().getResourceAsStream("/documents/pump.doc"))) {
      var content = in.readAllBytes();
      for (int i = 512; i < content.length; i += 7) {
        content[i] ^= 0x55;
      }
      assertThatThrownBy(() -> documents.read("pump.doc", content))
          .isInstanceOf(Problem.class).hasMessageContaining("pump.doc");
    }
  }

  @Test
  void aTextWithBarsIsATableWhoseCellsGoOnBelow() {
    var document = read("a.txt", """
      Requirements Tested

        |Rqmt  |Requirement                 |Step   |
      |A-1   |It shall go                 |2.2,   |
      |      |on.                         |2.3    |
      |A-2   |It shall stop.              |4      |
      """);

    assertThat(document.passages()).extracting(Passage::cells).containsExactly(List.of(),
        List.of("Rqmt", "Requirement", "Step"), List.of("A-1", "It shall go\non.", "2.2,\n2.3"),
        List.of("A-2", "It shall stop.", "4"));
    assertThat(document.passages().getLast().source().heading()).isEqualTo("Requirements Tested");
  }

  @Test
  void hostileTextIsReadInTime() {
    var deep = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      deep.append("  ".repeat(i)).append("* x\n\n");
    }
    assertThatThrownBy(() -> read("a.rst", deep.toString())).hasMessageContaining("nested");
    for (var text : List.of("|".repeat(200_000), "+-".repeat(100_000) + "+",
        ".. x::\n".repeat(50_000), "= =".repeat(50_000), ":a:".repeat(80_000),
        "[[A]]\n".repeat(60_000), "<b>".repeat(100_000), "<table><tr><td>".repeat(15))) {
      for (var name : List.of("a.rst", "a.sdoc", "a.txt", "a.html")) {
        Effort.assertReadLikePlain(text, it -> readOrRefuse(name, it));
      }
    }
  }

  @Test
  void textThatIsCheapToWriteIsCheapToRead() {
    var texts = Map.of("a.html",
        "<script>" + "function a(){document.write('x')}".repeat(30_000)
            + "document.write('<td>')</script><p>x",
        "b.html", "<script>document.write('<tr>')</script>".repeat(20_000) + "x", "a.sdoc",
        "[DOCUMENT]\nTITLE: x\n[REQUIREMENT]\nUID: A-1\n" + "COMMENT: x\n".repeat(60_000));

    texts.forEach(
        (name, text) -> Effort.assertReadLikePlain(text, it -> readOrRefuse(name, it)));
  }

  @Test
  void aTableOfFarTooManyCellsIsRefused() {
    var wide = "|" + "a|".repeat(2_000) + "\n|" + "-|".repeat(2_000) + "\n" + "|b\n".repeat(600);

    assertThatThrownBy(() -> read("a.md", wide)).isInstanceOf(Problem.class)
        .hasMessageContaining("more cells");
  }

  private void readOrRefuse(String name, String text) {
    try {
      read(name, text);
    } catch (Problem e) {
      assertThat(e).hasMessageContaining(name);
    }
  }

  private List<Passage> needs(String name, String text) {
    return read(name, text).passages().stream().filter(p -> p.kind() == Kind.NEED).toList();
  }

  private Document read(String name, String text) {
    return documents.read(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
