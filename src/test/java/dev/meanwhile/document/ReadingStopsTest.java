package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever is told how far reading is may end it, and hears of the own reason, not of a damaged file.
class ReadingStopsTest {

  @ParameterizedTest
  @ValueSource(strings = {"a.doc", "a.docx", "a.xlsx", "a.pdf"})
  void whatTheListenerThrowsFliesOnAsItIs(String name) throws IOException {
    var content = content(name);
    var stopped = new IllegalStateException("stopped");

    assertThatThrownBy(() -> Documents.withDefaults().read(name, content, percent -> {
      if (percent > 0) {
        throw stopped;
      }
    })).isSameAs(stopped);
  }

  private static byte[] content(String name) throws IOException {
    return switch (name) {
      case "a.doc" -> pump();
      case "a.docx" -> word();
      case "a.xlsx" -> workbook();
      default -> new PdfPaper().page().write(40, 100, "A-1: It shall go.").page()
          .write(40, 100, "A-2: It shall stop.").bytes();
    };
  }

  private static byte[] pump() throws IOException {
    try (InputStream in = Objects.requireNonNull(
        ReadingStopsTest.class.getResourceAsStream("/documents/pump.doc"))) {
      return in.readAllBytes();
    }
  }

  private static byte[] word() throws IOException {
    var document = "<w:document xmlns:w=\"w\"><w:body>"
        + "<w:p><w:r><w:t>It shall go.</w:t></w:r></w:p>".repeat(20)
        + "</w:body></w:document>";
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("word/document.xml"));
      out.write(document.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static byte[] workbook() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var book = new Workbook(bytes, "test", "1.0")) {
      book.newWorksheet("One").value(0, 0, "It shall go.");
      book.newWorksheet("Two").value(0, 0, "It shall stop.");
    }
    return bytes.toByteArray();
  }
}
