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
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class PdfDocumentTest {
  /// In bytes. Unpacked, they would be more than a hundred million.
  private static final long MOST_FOR_A_BOMB = 20_000_000;

  private static final float[] COLUMNS = {40, 110, 330, 560};

  private final Documents documents = Documents.withDefaults();

  @Test
  void aDrawnTableThatThePageCutsIsOneTableWithoutItsSecondHeaderAndThePagesFeet() {
    var document = read(drawn());
    var rows = rows(document);

    assertThat(rows).extracting(Passage::cells).containsExactly(
        List.of("ID", "Requirement", "Rationale"),
        List.of("VLV-1", "The valve shall close when the pressure rises over 12 bar.", "Safety"),
        List.of("VLV-2", "The valve shall report its position.", "Needed by the operator"),
        List.of("VLV-3", "The valve shall open.", ""));
    assertThat(rows).extracting(r -> r.source().table()).containsOnly(1);
    assertThat(rows).extracting(r -> r.source().page()).containsExactly(1, 1, 1, 2);
    assertThat(rows.getLast().source().heading()).isEqualTo("2 Valve");
    assertThat(document.text()).doesNotContain("Acme", "Page");
  }

  /// The second row goes on over the page's end; head and foot stand on both pages.
  private static byte[] drawn() {
    var paper = new PdfPaper().page().write(40, 30, "Acme valve specification")
        .title(40, 100, "2 Valve")
        .grid(COLUMNS, new float[]{120, 140, 170, 190})
        .write(45, 134, "ID").write(115, 134, "Requirement").write(335, 134, "Rationale")
        .write(45, 152, "VLV-1").write(115, 152, "The valve shall close when the pressure")
        .write(115, 164, "rises over 12 bar.").write(335, 152, "Safety")
        .write(45, 184, "VLV-2").write(115, 184, "The valve shall report its")
        .write(335, 184, "Needed by the").write(280, 770, "Page 1 of 2");
    return paper.page().write(40, 30, "Acme valve specification")
        .grid(COLUMNS, new float[]{60, 80, 100, 120})
        .write(45, 74, "ID").write(115, 74, "Requirement").write(335, 74, "Rationale")
        .write(115, 94, "position.").write(335, 94, "operator")
        .write(45, 114, "VLV-3").write(115, 114, "The valve shall open.")
        .write(280, 770, "Page 2 of 2").bytes();
  }

  @Test
  void columnsWithoutLinesAreSlicedAtTheGapsThatNoLineCrosses() {
    var document = read(new PdfPaper().page().write(40, 100, "The list follows.")
        .write(40, 130, "ID").write(120, 130, "Description").write(420, 130, "Method")
        .write(40, 150, "CTL-10").write(120, 150, "The controller shall restart after a power loss")
        .write(420, 150, "Test").write(120, 162, "without any help.")
        .write(40, 180, "CTL-11").write(120, 180, "The controller shall keep its clock.")
        .write(420, 180, "Analysis")
        .write(40, 230, "This paragraph is as wide as the page and ends the table, so it is no row "
            + "of it any more.")
        .bytes());

    assertThat(rows(document)).extracting(Passage::cells).containsExactly(
        List.of("ID", "Description", "Method"),
        List.of("CTL-10", "The controller shall restart after a power loss without any help.",
            "Test"),
        List.of("CTL-11", "The controller shall keep its clock.", "Analysis"));
    assertThat(document.passages().getLast().kind()).isEqualTo(Kind.PARAGRAPH);
  }

  @Test
  void aHyphenAtTheEndOfALineGoesUnlessTheWordHasOne() {
    var document = read(new PdfPaper().page()
        .write(40, 100,
            "The temperature of a table-specified tank is shown by the control unit and more exam-")
        .write(40, 112, "ples of it. The tempera-")
        .write(40, 124, "ture is table-")
        .write(40, 136, "specified for it.").bytes());

    assertThat(document.text().replace('\n', ' ')).contains("more examples of it",
        "The temperature is table-specified for it.");
  }

  @Test
  void anIdThatItsColumnCutsIsWhole() {
    var document = read(new PdfPaper().page()
        .grid(new float[]{40, 92, 300}, new float[]{100, 120, 150})
        .write(42, 114, "ID").write(95, 114, "Text")
        .write(42, 132, "FM2007.1").write(42, 144, ".1").write(95, 132, "It shall go.").bytes());

    assertThat(rows(document).getLast().cells()).containsExactly("FM2007.1.1", "It shall go.");
  }

  @Test
  void anIdThatItsColumnCutsIntoSeveralLinesIsWhole() {
    var document = read(new PdfPaper().page()
        .grid(new float[]{40, 96, 300}, new float[]{100, 120, 160, 200})
        .write(42, 114, "ID").write(98, 114, "Text")
        .write(42, 132, "TRAM-BR").write(42, 144, "AKES-SRS").write(42, 156, "-001")
        .write(98, 132, "It shall stop.")
        .write(42, 172, "TRAM-").write(42, 184, "DOOR-").write(42, 196, "REQ-7")
        .write(98, 172, "It shall open.").bytes());

    assertThat(rows(document)).extracting(Passage::cells).contains(
        List.of("TRAM-BRAKES-SRS-001", "It shall stop."),
        List.of("TRAM-DOOR-REQ-7", "It shall open."));
  }

  @Test
  void idsBelowEachOtherInACellAreSeveral() {
    var document = read(new PdfPaper().page()
        .grid(new float[]{40, 92, 300}, new float[]{100, 120, 150})
        .write(42, 114, "Parent").write(95, 114, "Text")
        .write(42, 132, "TRAM_101").write(42, 144, "TRAM_102").write(95, 132, "It shall stop.")
        .bytes());

    assertThat(rows(document).getLast().cells().getFirst()).doesNotContain("TRAM_101TRAM_102");
  }

  @Test
  void aHyphenStaysWhereTheDocumentHardlyCutsWords() {
    var document = read(new PdfPaper().page()
        .write(40, 100, "The tram shall keep the speed of each of its wheels in non-")
        .write(40, 112, "volatile memory.").bytes());

    assertThat(document.text().replace('\n', ' ')).contains("in non-volatile memory.");
  }

  @Test
  void aLabelBeginsAParagraphOfItsOwn() {
    var document = read(new PdfPaper().page()
        .write(40, 100,
            "TRM-1: The tram shall stop at each red signal, whoever drives it, at once.")
        .write(40, 112, "Rationale: There has been an accident.")
        .write(40, 124, "Verification: Test").bytes());

    assertThat(document.passages()).extracting(Passage::text).containsExactly(
        "TRM-1: The tram shall stop at each red signal, whoever drives it, at once.",
        "Rationale: There has been an accident.", "Verification: Test");
  }

  @Test
  void aLineSetWideBehindAnIdBeginsNoTable() {
    var document = read(new PdfPaper().page()
        .write(40, 100, "TRM-1").write(100, 100, "The tram shall")
        .write(40, 112, "ring twice before it starts.").bytes());

    assertThat(rows(document)).isEmpty();
  }

  @Test
  void aNumberThatTheEndOfAPageCutsIsWholeWhereItsRowGoesOn() {
    var document = read(new PdfPaper().page()
        .grid(COLUMNS, new float[]{120, 140, 170})
        .write(45, 134, "ID").write(115, 134, "Requirement").write(335, 134, "Rationale")
        .write(45, 152, "VLV_009").write(115, 152, "If a track is").write(335, 152, "Safety")
        .page().grid(COLUMNS, new float[]{60, 80, 100})
        .write(45, 74, "0").write(115, 74, "blocked, the valve shall open.")
        .write(45, 94, "VLV_0100").write(115, 94, "The valve shall close.").bytes());

    assertThat(rows(document)).extracting(Passage::cells).containsExactly(
        List.of("ID", "Requirement", "Rationale"),
        List.of("VLV_0090", "If a track is blocked, the valve shall open.", "Safety"),
        List.of("VLV_0100", "The valve shall close.", ""));
  }

  @Test
  void anIdThatTheEndOfAPageCutsIsWhole() {
    float[] columns = {40, 120, 300};
    var document = read(new PdfPaper().page().grid(columns, new float[]{100, 120, 150})
        .write(42, 114, "ID").write(125, 114, "Text")
        .write(42, 132, "TRAM-").write(125, 132, "It shall stop at")
        .page().grid(columns, new float[]{60, 90, 120})
        .write(42, 74, "DOOR-7").write(125, 74, "each signal.")
        .write(42, 104, "TRAM-8").write(125, 104, "It shall open.").bytes());

    assertThat(rows(document)).extracting(Passage::cells).endsWith(
        List.of("TRAM-DOOR-7", "It shall stop at each signal."),
        List.of("TRAM-8", "It shall open."));
  }

  @Test
  void anIdOverSeveralLinesIsOneRowOfATableWithoutLines() {
    var document = read(new PdfPaper().page()
        .write(40, 100, "Req ID").write(110, 100, "Requirement").write(400, 100, "Verification")
        .write(40, 114, "TRAM-").write(110, 114, "The tram shall stop at each signal")
        .write(400, 114, "Test")
        .write(40, 126, "DOOR-7").write(110, 126, "that is red.")
        .write(40, 140, "TRAM-8").write(110, 140, "The tram shall ring.")
        .write(400, 140, "Test").bytes());

    assertThat(rows(document)).extracting(Passage::cells).endsWith(
        List.of("TRAM-DOOR-7", "The tram shall stop at each signal that is red.", "Test"),
        List.of("TRAM-8", "The tram shall ring.", "Test"));
  }

  @Test
  void anIdThatATableWithoutLinesCutsWithinAWordIsOneRow() {
    var document = read(new PdfPaper().page()
        .write(40, 100, "Req ID").write(110, 100, "Requirement").write(400, 100, "Verification")
        .write(40, 114, "TRAM-DO").write(110, 114, "The tram shall stop at each signal")
        .write(400, 114, "Test")
        .write(40, 126, "OR-7").write(110, 126, "that is red.")
        .write(40, 140, "TRAM-BE").write(110, 140, "The tram shall ring.")
        .write(400, 140, "Test")
        .write(40, 152, "LL-8").bytes());

    assertThat(rows(document)).extracting(Passage::cells).endsWith(
        List.of("TRAM-DOOR-7", "The tram shall stop at each signal that is red.", "Test"),
        List.of("TRAM-BELL-8", "The tram shall ring.", "Test"));
  }

  @Test
  void aNumberBelowAWordIsNoRestOfAnId() {
    var document = read(new PdfPaper().page()
        .grid(new float[]{40, 120, 190}, new float[]{100, 120, 160})
        .write(42, 114, "ID").write(125, 114, "Text").write(42, 132, "TRM-1")
        .write(123, 132, "anonymously").write(123, 144, "90 days").bytes());

    assertThat(rows(document).getLast().cells().getLast()).contains("anonymously 90");
  }

  @Test
  void aWordThatItsColumnCutsIsWholeIfTheDocumentHasIt() {
    var document = read(new PdfPaper().page().write(40, 60, "The CONFIGURED one is the other one.")
        .grid(new float[]{40, 104, 300}, new float[]{100, 120, 150})
        .write(42, 114, "ID").write(107, 114, "Text")
        .write(42, 132, "CONFIGURE").write(42, 144, "D").write(107, 132, "It shall go.").bytes());

    assertThat(rows(document).getLast().cells()).containsExactly("CONFIGURED", "It shall go.");
  }

  @Test
  void whatRunsOffThePageEndsNoTable() {
    var document = read(new PdfPaper().page()
        .grid(new float[]{40, 92, 612}, new float[]{100, 120, 150, 180})
        .write(42, 114, "ID").write(95, 114, "Text").write(600, 114, "Comments")
        .write(42, 132, "PMP100").write(95, 132, "It shall go.").write(640, 132, "some day")
        .write(42, 162, "PMP101").write(95, 162, "It shall stop.").bytes());

    assertThat(rows(document)).extracting(Passage::cells).containsExactly(List.of("ID", "Text"),
        List.of("PMP100", "It shall go."), List.of("PMP101", "It shall stop."));
    assertThat(document.notes()).contains("text that runs off its pages was left out");
  }

  @Test
  void aLockedDocumentSaysThatItIsEncrypted() {
    refused(new PdfPaper().page().write(40, 100, "secret").locked("user").bytes(), "encrypted");
  }

  @Test
  void pagesWithoutTextAreCalledAScan() {
    refused(new PdfPaper().page().line(10, 10, 90, 90).bytes(), "text recognition");
  }

  @Test
  void aDamagedDocumentSaysSo() {
    refused("%PDF-1.7\nnothing of it is true".getBytes(StandardCharsets.UTF_8), "damaged");
    var whole = new PdfPaper().page().write(40, 100, "x").bytes();
    var half = new byte[whole.length / 3];
    System.arraycopy(whole, 0, half, 0, half.length);
    refused(half, "a.pdf");
  }

  @Test
  void aPartThatUnpacksToFarMoreIsRefusedBeforeItIsUnpacked() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(packed)) {
      for (int i = 0; i < 200; i++) {
        out.write(new byte[1_000_000]);
      }
    }
    var bomb = new ByteArrayOutputStream();
    bomb.writeBytes("%PDF-1.7\n4 0 obj\n<</Filter/FlateDecode>>\nstream\n"
        .getBytes(StandardCharsets.UTF_8));
    bomb.writeBytes(packed.toByteArray());

    assertThat(Effort.of(() -> refused(bomb.toByteArray(), "zip bomb")).bytes())
        .isLessThan(MOST_FOR_A_BOMB);
  }

  @Test
  void olderWaysOfPackingAreCountedToo() {
    var bomb = new ByteArrayOutputStream();
    bomb.writeBytes("%PDF-1.7\n4 0 obj\n<</Filter/RunLengthDecode>>\nstream\n"
        .getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 1_200_000; i++) {
      bomb.write(129);
      bomb.write('x');
    }

    assertThat(Effort.of(() -> refused(bomb.toByteArray(), "zip bomb")).bytes())
        .isLessThan(MOST_FOR_A_BOMB);
  }

  @Test
  void tooManyPagesAreRefusedByTheSettingsName() {
    var paper = new PdfPaper();
    for (int i = 0; i < 12; i++) {
      paper.page().write(40, 100, "page " + i);
    }
    var small = new Documents(new DocumentSettings(1000, 100, 100, 10, 10,
        DataSize.ofMegabytes(1), 10, 10, Duration.ofSeconds(10)));

    assertThatThrownBy(() -> small.read("a.pdf", paper.bytes()))
        .hasMessageContaining("meanwhile.documents.max-pages");
  }

  @Test
  void theSameBytesGiveTheSamePassages() {
    var content = drawn();

    assertThat(read(content)).isEqualTo(read(content));
  }

  @Test
  void progressIsToldPageByPageAndCanEndTheReading() {
    var paper = new PdfPaper().page().write(40, 100, "a").page().write(40, 100, "b");
    var content = paper.bytes();
    var told = new ArrayList<Integer>();
    documents.read("a.pdf", content, told::add);

    assertThat(told).containsSubsequence(0, 50);
    assertThatThrownBy(() -> documents.read("a.pdf", content, percent -> {
      throw new IllegalCallerException("cancelled");
    })).isInstanceOf(IllegalCallerException.class);
  }

  private Document read(byte[] content) {
    return documents.read("a.pdf", content);
  }

  private static List<Passage> rows(Document document) {
    return document.passages().stream().filter(p -> p.kind() == Kind.ROW).toList();
  }

  private void refused(byte[] content, String reason) {
    assertThatThrownBy(() -> read(content)).isInstanceOf(Problem.class)
        .hasMessageContaining("a.pdf").hasMessageContaining(reason);
  }
}
