package dev.meanwhile.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.jspecify.annotations.Nullable;

/// A PDF that a test writes, page by page. Places are in points from a page's upper left corner.
final class PdfPaper {
  private static final float HEIGHT = 792;

  private final PDDocument document = new PDDocument();
  private final PDType1Font plain = new PDType1Font(FontName.HELVETICA);
  private final PDType1Font bold = new PDType1Font(FontName.HELVETICA_BOLD);
  private @Nullable PDPageContentStream page;

  PdfPaper page() {
    try {
      close();
      var next = new PDPage();
      document.addPage(next);
      page = new PDPageContentStream(document, next);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PdfPaper write(float x, float y, String text) {
    return write(x, y, text, plain, 10);
  }

  PdfPaper title(float x, float y, String text) {
    return write(x, y, text, bold, 14);
  }

  private PdfPaper write(float x, float y, String text, PDType1Font font, float size) {
    try {
      var at = page;
      if (at == null) {
        throw new IllegalStateException("no page yet");
      }
      at.beginText();
      at.setFont(font, size);
      at.newLineAtOffset(x, HEIGHT - y);
      at.showText(text);
      at.endText();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PdfPaper line(float x, float y, float toX, float toY) {
    try {
      var at = page;
      if (at == null) {
        throw new IllegalStateException("no page yet");
      }
      at.moveTo(x, HEIGHT - y);
      at.lineTo(toX, HEIGHT - toY);
      at.stroke();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The lines of a table.
  PdfPaper grid(float[] columns, float[] rows) {
    for (float row : rows) {
      line(columns[0], row, columns[columns.length - 1], row);
    }
    for (float column : columns) {
      line(column, rows[0], column, rows[rows.length - 1]);
    }
    return this;
  }

  PdfPaper locked(String password) {
    try {
      document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes() {
    try {
      close();
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      document.close();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void close() throws IOException {
    if (page != null) {
      page.close();
    }
  }
}
