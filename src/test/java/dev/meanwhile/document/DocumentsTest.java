package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.Problem;
import dev.meanwhile.document.reading.Document;
import dev.meanwhile.document.reading.DocumentSettings;
import dev.meanwhile.testing.Effort;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class DocumentsTest {
  private static final String BODY = "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
      + "<w:body>%s</w:body></w:document>";

  private final Documents documents = Documents.withDefaults();

  @Test
  @Tag("MW-DOC-001")
  void markdownKeepsItsTextItsTablesAndItsLines() {
    var document = read("a.md",
        "# Top\n\nThe `Svc` shall *go*.\nOn.\n\n- one\n- two\n\nA | B\n--|--\nx\\|y | `z`\n");

    assertThat(document.passages()).extracting(Passage::kind).containsExactly(Kind.HEADING,
        Kind.PARAGRAPH, Kind.ITEM,
        Kind.ITEM, Kind.ROW, Kind.ROW);
    assertThat(document.passages().get(1).text()).isEqualTo("The `Svc` shall *go*.\nOn.");
    assertThat(document.passages().get(1).source().line()).isEqualTo(3);
    assertThat(document.passages().get(1).source().heading()).isEqualTo("Top");
    assertThat(document.passages().get(5).cells()).containsExactly("x|y", "`z`");
  }

  @Test
  void csvRowsMayBeShorterOrLongerThanTheFirst() {
    var passages = read("a.csv", "ID,Text,Why\nA-1,\"It shall go.\"\nA-2\nA-3,It shall stop.,a,b\n")
        .passages();

    assertThat(passages).extracting(Passage::cells).containsExactly(List.of("ID", "Text", "Why"),
        List.of("A-1", "It shall go."), List.of("A-2"), List.of("A-3", "It shall stop.", "a", "b"));
  }

  @Test
  void csvIsReadWithEitherDelimiterAMarkAndNewlinesInCells() {
    for (var text : List.of("\ufeffID,Text\r\nA-1,\"x; y\nz\"\r\n", "ID;Text\nA-1;\"x; y\nz\"\n",
        "ID\tText\nA-1\t\"x; y\nz\"")) {
      var row = read("a.csv", text).passages().get(1);

      assertThat(row.cells()).containsExactly("A-1", "x; y\nz");
      assertThat(row.source().row()).isEqualTo(2);
    }
  }

  @Test
  void plainTextHasParagraphsItemsAndLines() {
    var document = read("a.txt", "First\nline.\n\n a) item\nSecond.");

    assertThat(document.passages()).extracting(Passage::text).containsExactly("First\nline.",
        "item\nSecond.");
    assertThat(document.passages().get(1).source().line()).isEqualTo(4);
  }

  @Test
  void textInUtf16AndWindowsIsRead() {
    assertThat(documents.read("a.txt", "\ufeffgrün".getBytes(StandardCharsets.UTF_16LE)).text())
        .isEqualTo("grün");
    assertThat(documents.read("a.txt", new byte[]{'g', 'r', (byte) 0xFC, 'n'}).text())
        .isEqualTo("grün");
  }

  @Test
  void aWorkbookIsReadSheetBySheet() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "test", "1.0")) {
      var sheet = book.newWorksheet("Req");
      sheet.value(0, 0, "ID");
      sheet.value(1, 0, "A-1");
      sheet.value(1, 1, 2.5);
      book.newWorksheet("Second").value(0, 0, "x");
    }

    var document = documents.read("a.xlsx", bytes.toByteArray());

    assertThat(document.pages()).isEqualTo(2);
    assertThat(document.passages().get(1).cells()).containsExactly("A-1", "2.5");
    assertThat(document.passages().get(1).source().where()).isEqualTo("a.xlsx, sheet Req, row 2");
  }

  @Test
  void aWordDocumentHasHeadingsListsTablesAndTablesInTables() {
    var document = documents.read("a.docx",
        word(paragraph("Top", "<w:pStyle w:val=\"H\"/>") + paragraph("one",
            "<w:numPr><w:ilvl w:val=\"1\"/></w:numPr>") + "<w:tbl>"
            + row(cell(paragraph("a", "")) + cell("<w:tbl>" + row(cell(
                paragraph("inner", ""))) + "</w:tbl>" + paragraph("b", "")))
            + "</w:tbl>" + "<w:del>" + paragraph("gone", "")
            + "</w:del>"));

    assertThat(document.passages()).extracting(Passage::kind).containsExactly(Kind.HEADING,
        Kind.ITEM, Kind.ROW);
    assertThat(document.passages().get(1).level()).isEqualTo(2);
    assertThat(document.passages().get(2).cells()).containsExactly("a", "inner\nb");
    assertThat(document.passages().get(2).source().heading()).isEqualTo("Top");
  }

  @Test
  void idsThatWordCountsByItselfStandInTheText() {
    var list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>";
    var document = documents.read("a.docx", word(paragraph("It shall go.", list)
        + "<w:tbl>" + row(cell(paragraph("", list)) + cell(paragraph("It shall stop.", "")))
        + "</w:tbl>" + paragraph("Plain", "<w:numPr><w:numId w:val=\"4\"/></w:numPr>")));

    assertThat(document.passages()).extracting(Passage::text).containsExactly(
        "REQ-001 It shall go.", "REQ-002 | It shall stop.", "Plain");
  }

  @Test
  void aStyleMakesItemsOfItsParagraphs() {
    var document = documents.read("a.docx", word(paragraph("one", "<w:pStyle w:val=\"B\"/>")
        + paragraph("none", "<w:pStyle w:val=\"N\"/>")));

    assertThat(document.passages()).extracting(Passage::kind).containsExactly(Kind.ITEM,
        Kind.PARAGRAPH);
  }

  @Test
  void whatAWordDocumentHidesIsLeftOut() {
    var document = documents.read("a.docx", word(
        "<w:sdt><w:sdtContent>" + paragraph("In a control", "") + "</w:sdtContent></w:sdt>"
            + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
            + paragraph("Click here", "") + "</w:sdtContent></w:sdt>"
            + "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r>"
            + "<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r>"
            + "</w:del></w:p><w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + cell(paragraph("gone", ""))
            + "</w:tr>" + row(cell(paragraph("stays", ""))) + "</w:tbl>"));

    assertThat(document.passages()).extracting(Passage::text).containsExactly("In a control",
        "new", "stays");
    assertThat(document.notes()).containsExactly("deleted text of tracked changes was left out");
  }

  @Test
  void aParagraphWhoseEndIsDeletedGoesOnWithTheNext() {
    var open = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>";
    var document = documents.read("a.docx", word(open.formatted("It shall ")
        + paragraph("go.", "") + "<w:tbl>" + row(cell(open.formatted("a") + paragraph("b", ""))
            + cell(open.formatted("c")))
        + "</w:tbl>" + open.formatted("end")));

    assertThat(document.passages()).extracting(Passage::text).containsExactly("It shall go.",
        "ab | c", "end");
  }

  @Test
  void aMacroIsNeverRunAndNoted() throws IOException {
    var document = documents.read("a.docm", zip(Map.of("word/vbaProject.bin", "Sub Auto()",
        "word/document.xml", BODY.formatted(paragraph("x", "")))));

    assertThat(document.notes()).containsExactly("macros in it were left alone");
  }

  @Test
  void pastedTextIsATableIfItBeginsLikeOne() {
    assertThat(documents.readText("input", "ID,Description\nA-1,It shall go").format())
        .isEqualTo("csv");
    assertThat(documents.readText("input", "A-1;It shall go\nA-2;It shall stop").format())
        .isEqualTo("csv");
    assertThat(
        documents.readText("input", "A-1: it shall go, and stop; A-2: it shall wait").format())
        .isEqualTo(
            "markdown");
  }

  @Test
  void anEmptyFileIsRefusedByName() {
    refused("a.csv", new byte[0], "a.csv: the file is empty");
  }

  @Test
  void aFileWhoseContentIsSomethingElseIsRefused() throws IOException {
    refused("a.docx", "hello".getBytes(StandardCharsets.UTF_8), "extension");
    refused("a.docx", zip(Map.of("xl/workbook.xml", "<x/>")), "is an Excel workbook");
    refused("a.xlsx", zip(Map.of("word/document.xml", "<x/>")), "is a Word document");
    refused("a.csv", zip(Map.of("a", "b")), "zip archive");
    refused("a.txt", new byte[]{'a', 0, 'b'}, "control characters");
    refused("a.txt", "%PDF-1.7".getBytes(StandardCharsets.UTF_8), "content is PDF");
    refused("a.exe", "MZ".getBytes(StandardCharsets.UTF_8), ".exe");
  }

  @Test
  @Tag("MW-DOC-003")
  void anEncryptedFileSaysSo() {
    var content = new byte[4096];
    System.arraycopy(new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, content, 0, 4);
    var name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, content, 1024, name.length);

    refused("a.docx", content, "encrypted");
  }

  @Test
  @Tag("MW-DOC-002")
  void aZipBombStopsEarly() throws IOException {
    int unpacked = 60_000_000;
    var bomb = zip(
        Map.of("xl/workbook.xml", "<x/>", "xl/worksheets/sheet1.xml", "0".repeat(unpacked)));

    assertThat(Effort.of(() -> refused("a.xlsx", bomb, "zip bomb")).bytes())
        .isLessThan(unpacked / 2);
  }

  @Test
  void anArchiveOfTooManyPartsIsRefused() throws IOException {
    var parts = new LinkedHashMap<String, String>();
    parts.put("word/document.xml", "<x/>");
    for (int i = 0; i < 4_100; i++) {
      parts.put("word/p" + i + ".xml", "<x/>");
    }
    refused("a.docx", zip(parts), "more than 4000 parts");
  }

  @Test
  void adocumentTypeInAPartIsRefused() throws IOException {
    var xxe = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + BODY.formatted("&e;");

    refused("a.docx", zip(Map.of("word/document.xml", xxe)), "document type");
  }

  @Test
  void damagedFilesSaySo() throws IOException {
    refused("a.docx", zip(Map.of("word/document.xml", "<w:document>")), "damaged");
    refused("a.xlsx", new byte[]{'P', 'K', 3, 4, 9, 9, 9, 9}, "a.xlsx");
    refused("a.xlsx", zip(Map.of("xl/workbook.xml", "no xml")), "a.xlsx");
  }

  @Test
  @Tag("MW-DOC-005")
  void aPathInANameIsNoPath() {
    assertThat(read("../../etc/\u0007pass wd.txt", "x").name()).isEqualTo("pass wd.txt");
    assertThat(read("C:\\temp\\a.txt", "x").name()).isEqualTo("a.txt");
  }

  @Test
  @Tag("MW-DOC-004")
  void eachLimitStopsWithItsName() {
    var small = new Documents(
        new DocumentSettings(20, 3, 2, 10, 10, DataSize.ofMegabytes(1), 10, 10,
            Duration.ofSeconds(10)));

    assertThatThrownBy(() -> small.readText("t", "x".repeat(30)))
        .hasMessageContaining("20 characters");
    assertThatThrownBy(() -> small.readText("t", "ID,Text\na,b\n")).hasMessageContaining("3 cells");
    assertThatThrownBy(() -> small.readText("t", "a\n\nb\n\nc")).hasMessageContaining("2 passages");
  }

  @Test
  void hostileTextIsReadInTime() {
    for (var text : List.of("*".repeat(200_000), "[".repeat(200_000), "> ".repeat(50_000),
        "#".repeat(200_000) + " a", "\""
            .repeat(100_001),
        "|".repeat(100_000) + "\n" + "|-".repeat(50_000), "# a" + " ".repeat(200_000) + "b")) {
      Effort.assertReadLikePlain(text, it -> documents.readText("t", it));
    }
  }

  private Document read(String name, String text) {
    return documents.read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void refused(String name, byte[] content, String reason) {
    assertThatThrownBy(() -> documents.read(name, content)).isInstanceOf(Problem.class)
        .hasMessageContaining(name)
        .hasMessageContaining(reason);
  }

  private static byte[] word(String body) {
    try {
      return zip(Map.of("word/document.xml", BODY.formatted(body), "word/numbering.xml", """
        <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>
        <w:numFmt w:val="custom" w:format="001, 002, 003, ..."/><w:lvlText w:val="REQ-%1"/></w:lvl>
        </w:abstractNum><w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0">
        <w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
        <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num></w:numbering>
        """, "word/styles.xml",
          "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:style w:styleId=\"H\">"
              + "<w:name w:val=\"heading 1\"/></w:style><w:style w:styleId=\"B\"><w:pPr><w:numPr>"
              + "<w:numId w:val=\"4\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"N\">"
              + "<w:basedOn w:val=\"B\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr>"
              + "</w:style></w:styles>"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String paragraph(String text, String properties) {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  }

  private static String row(String cells) {
    return "<w:tr>" + cells + "</w:tr>";
  }

  private static String cell(String content) {
    return "<w:tc>" + content + "</w:tc>";
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
