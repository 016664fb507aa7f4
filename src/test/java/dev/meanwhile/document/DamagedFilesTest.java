package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meanwhile.Problem;
import dev.meanwhile.document.office.OfficeZip;
import dev.meanwhile.document.reading.DocumentSettings;
import dev.meanwhile.testing.Effort;
import dev.meanwhile.trace.extract.Extraction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/// Files with a few bytes changed: each is read or refused with its name and a reason, and never fails otherwise.
class DamagedFilesTest {
  private static final int TIMES = 60;
  private static final int MOST_TIMES = 10;
  private static final List<String> PARTS = List.of("<", ">", "\"", "&", "|", "[", "]", ">>>", "::",
      "-1", "99999999999", "1e9999", "<table>", "</td>", "\n\n", "\uffff", "shall", "<w:tbl>",
      "<<", "endobj");

  private final Documents documents = Documents.withDefaults();
  private final Random random = new Random(20_261);

  @Test
  void textsWithDamageAreReadOrRefused() {
    var texts = Map.of("a.md", """
      # Pump

      | ID | Text |
      |---|---|
      | PMP-1 | It `shall` go. |

      - a
        - b""", "a.rst", """
      Pump
      ====

      .. req:: Stop
         :id: R_1
         :links: R_2

         It shall go.

      +---+---+
      | a | b |
      +---+---+
      """, "a.sdoc", """
      [DOCUMENT]
      TITLE: x

      [REQUIREMENT]
      UID: A-1
      STATEMENT: >>>
      It shall go.
      <<<
      RELATIONS:
      - TYPE: Parent
        VALUE: A-2
      """, "a.html",
        """
          <html><body><script>document.write('<tr>')</script><table><tr><th>ReqID</th><th>Text</th></tr>
          <tr><td>A-1</td><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table></body></html>
          """,
        "a.csv", """
          ID,Text,
          A-1,"It shall
          go."
          ,more
          """, "a.txt", """
          Test Name: x

          |Rqmt |Requirement |Step |
          |A-1 |It shall go. |1-2 |
          """);

    texts.forEach((name, text) -> damaged(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void packedFilesWithDamagedPartsAreReadOrRefused() throws IOException {
    damagedParts("a.xlsx", workbook());
    damagedParts("a.docx", zip(Map.of("word/document.xml", """
      <w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Pump</w:t></w:r></w:p><w:tbl><w:tr><w:tc>
      <w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>A-1</w:t></w:r></w:p></w:tc></w:tr>
      </w:tbl></w:body></w:document>""".getBytes(StandardCharsets.UTF_8), "word/styles.xml",
        "<w:styles xmlns:w=\"w\"/>".getBytes(StandardCharsets.UTF_8))));
    damaged("a.pdf", new PdfPaper().page().write(40, 100, "PMP-1: It shall go.").bytes());
  }

  @Test
  void aSheetThatIsNoXmlAnyMoreIsCalledDamaged() throws IOException {
    var parts = parts(workbook());
    var shared = parts.getOrDefault("xl/sharedStrings.xml", new byte[0]);
    shared[new String(shared, StandardCharsets.ISO_8859_1).indexOf("shall")] = (byte) 0xff;

    assertThatThrownBy(() -> documents.read("a.xlsx", zip(parts))).isInstanceOf(Problem.class)
        .hasMessageContaining("a.xlsx: it is damaged");
  }

  private void damagedParts(String name, byte[] whole) throws IOException {
    var parts = parts(whole);
    var files = new ArrayList<byte[]>();
    for (int i = 0; i < TIMES; i++) {
      var changed = new LinkedHashMap<>(parts);
      var part = List.copyOf(parts.keySet()).get(random.nextInt(parts.size()));
      changed.put(part, changed(parts.getOrDefault(part, new byte[0])));
      files.add(zip(changed));
    }
    readOrRefuse(name, whole, files);
    damaged(name, whole);
  }

  private void damaged(String name, byte[] content) {
    readOrRefuse(name, content, Stream.generate(() -> changed(content)).limit(TIMES).toList());
  }

  /// A file with damage costs what a whole one does: no count in it is taken at its word.
  private void readOrRefuse(String name, byte[] whole, List<byte[]> files) {
    var usual = Collections.nCopies(TIMES, whole);

    Effort.assertAtMost(MOST_TIMES, () -> usual.forEach(file -> readOrRefuse(name, file)),
        () -> files.forEach(file -> readOrRefuse(name, file)));
  }

  private void readOrRefuse(String name, byte[] content) {
    try {
      Extraction.of(documents.read(name, content).passages());
    } catch (Problem e) {
      assertThat(e).hasMessageStartingWith(name + ": ");
    }
  }

  private byte[] changed(byte[] content) {
    var bytes = content;
    for (int i = 0; i < 3 && bytes.length > 2; i++) {
      int at = random.nextInt(bytes.length);
      var part = random.nextInt(4) == 0
          ? new byte[]{(byte) random.nextInt(256)}
          : PARTS.get(random.nextInt(PARTS.size())).getBytes(StandardCharsets.UTF_8);
      bytes = random.nextInt(8) == 0 ? Arrays.copyOf(bytes, at) : with(bytes, at, part);
    }
    return bytes;
  }

  private static byte[] with(byte[] bytes, int at, byte[] part) {
    var longer = new byte[bytes.length + part.length];
    System.arraycopy(bytes, 0, longer, 0, at);
    System.arraycopy(part, 0, longer, at, part.length);
    System.arraycopy(bytes, at, longer, at + part.length, bytes.length - at);
    return longer;
  }

  private static byte[] workbook() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "test", "1.0")) {
      var sheet = book.newWorksheet("List");
      sheet.value(0, 0, "ID");
      sheet.value(0, 1, "Text");
      sheet.value(1, 0, "A-1");
      sheet.value(1, 1, "It shall go.");
    }
    return bytes.toByteArray();
  }

  private static Map<String, byte[]> parts(byte[] zip) throws IOException {
    var parts = new LinkedHashMap<String, byte[]>();
    var plain = OfficeZip.open("a", zip, DocumentSettings.defaults()).repacked();
    try (var in = new ZipInputStream(new ByteArrayInputStream(plain))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    return parts;
  }

  private static byte[] zip(Map<String, byte[]> parts) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      for (var part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
