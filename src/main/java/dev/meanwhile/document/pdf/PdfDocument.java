package dev.meanwhile.document.pdf;

import dev.meanwhile.Problem;
import dev.meanwhile.document.pdf.page.PdfFonts;
import dev.meanwhile.document.pdf.page.PdfPage;
import dev.meanwhile.document.pdf.page.PdfPages;
import dev.meanwhile.document.pdf.page.PdfStreams;
import dev.meanwhile.document.reading.Document;
import dev.meanwhile.document.reading.Passages;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// Reads a PDF by where its letters stand: columns become cells, lines become paragraphs again. Programs in it aren't
/// run, links aren't followed, pictures aren't looked at.
public final class PdfDocument {
  private final byte[] content;
  private final Passages passages;

  /// A file's bytes and where its text goes.
  public PdfDocument(byte[] content, Passages passages) {
    this.content = content;
    this.passages = passages;
  }

  /// Reads all pages.
  public Document read() {
    PdfStreams.check(passages.file(), content, passages);
    PdfFonts.install();
    try (var document = load()) {
      return read(document);
    } catch (InvalidPasswordException e) {
      throw Problem.unreadable(
          passages.file() + ": it is encrypted with a password; save it without one");
    } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException
        | NullPointerException | IndexOutOfBoundsException | ArithmeticException
        | NegativeArraySizeException | StackOverflowError e) {
      throw damaged();
    }
  }

  private PDDocument load() throws IOException {
    long memory = passages.limits().maxUnpacked().toBytes();
    try {
      return Loader.loadPDF(content, "", null, null,
          MemoryUsageSetting.setupMainMemoryOnly(memory).streamCache);
    } catch (RuntimeException | OutOfMemoryError e) {
      // a damaged length asks for more than any array can hold
      throw damaged();
    }
  }

  private Problem damaged() {
    return Problem.unreadable(passages.file() + ": it is damaged: its pages can't be read");
  }

  private Document read(PDDocument document) throws IOException {
    int count = document.getNumberOfPages();
    if (count == 0) {
      throw damaged();
    }
    if (count > passages.limits().maxPages()) {
      throw Problem.unreadable("%s: it has %d pages, the most is %d (meanwhile.documents.max-pages)"
          .formatted(passages.file(), count, passages.limits().maxPages()));
    }
    if (!document.getCurrentAccessPermission().canExtractContent()) {
      throw Problem.unreadable(
          passages.file() + ": it is encrypted so that no text may be taken out of it");
    }
    var pages = new PdfPages(document, passages).read();
    noteWhatIsLeftOut(document, pages);
    var cleared = PdfFurniture.without(pages, passages);
    var flow = new PdfFlow(passages, cleared);
    PdfGutters.divided(cleared, passages).forEach(flow::page);
    flow.end();
    return passages.document("pdf", count);
  }

  private void noteWhatIsLeftOut(PDDocument document, List<PdfPage> pages) {
    var empty = pages.stream().filter(p -> p.words().isEmpty()).toList();
    if (empty.size() == pages.size()) {
      throw Problem.unreadable(passages.file() + ": it has no text, only pictures of pages (a "
          + "scan); run text recognition over it first");
    }
    if (!empty.isEmpty()) {
      passages.note(empty.size() + " of " + pages.size() + " pages have no text, the first is page "
          + empty.getFirst().number());
    }
    var names = document.getDocumentCatalog().getNames();
    if ((names != null && names.getJavaScript() != null)
        || document.getDocumentCatalog().getCOSObject().containsKey("OpenAction")) {
      passages.note("programs in it were left alone");
    }
  }
}
