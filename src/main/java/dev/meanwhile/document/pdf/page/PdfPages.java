package dev.meanwhile.document.pdf.page;

import dev.meanwhile.document.reading.Passages;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Reads the words and the drawn lines of a PDF's pages, and looks at the clock while it does.
public final class PdfPages extends PDFTextStripper {
  private static final int LOOK_EVERY_OPERATORS = 200;

  private final PDDocument whole;
  private final Passages passages;
  private PdfLetters letters = new PdfLetters();
  private PdfDrawing drawing = new PdfDrawing();
  private final Deque<Boolean> marked = new ArrayDeque<>();
  private final List<PdfPage> pages = new ArrayList<>();
  private int operators;

  /// Reads the pages of a document; passages bound how much they may hold.
  public PdfPages(PDDocument whole, Passages passages) {
    this.whole = whole;
    this.passages = passages;
    setSuppressDuplicateOverlappingText(false);
  }

  /// Every page, in order.
  public List<PdfPage> read() throws IOException {
    getText(whole);
    return pages;
  }

  @Override
  protected void startPage(PDPage page) {
    passages.progress(pages.size(), whole.getNumberOfPages());
    letters = new PdfLetters();
    drawing = new PdfDrawing();
    marked.clear();
  }

  @Override
  protected void endPage(PDPage page) {
    var box = page.getCropBox();
    int direction = letters.direction();
    boolean turned = direction == 90 || direction == 270;
    float width = turned ? box.getHeight() : box.getWidth();
    pages.add(new PdfPage(getCurrentPageNo(), turned ? box.getWidth() : box.getHeight(),
        onPage(letters.words(direction), width), drawing.rules(box, direction)));
  }

  /// Without what runs off the page at a side, as a table does that is wider than its paper: nobody can read it.
  private List<PdfWord> onPage(List<PdfWord> words, float width) {
    var visible = words.stream()
        .filter(w -> w.left() > -w.size() / 2 && w.right() < width + w.size() / 2).toList();
    if (visible.size() < words.size()) {
      passages.note("text that runs off its pages was left out");
    }
    return visible;
  }

  @Override
  protected void processTextPosition(TextPosition letter) {
    passages.counts(1);
    letters.add(letter, marked.contains(true));
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators % LOOK_EVERY_OPERATORS == 0) {
      passages.counts(0);
    }
    mark(operator.getName(), operands);
    drawing.operator(operator.getName(), numbers(operands), this::onPage);
    super.processOperator(operator, operands);
  }

  /// Programs that tag their text mark the heads and feet of pages as artifacts.
  private void mark(String operator, List<COSBase> operands) {
    if (operator.equals("BMC") || operator.equals("BDC")) {
      marked.push(!operands.isEmpty() && operands.getFirst() instanceof COSName name
          && name.getName().equals("Artifact"));
    } else if (operator.equals("EMC")) {
      marked.poll();
    }
  }

  private static List<Float> numbers(List<COSBase> operands) {
    var numbers = new ArrayList<Float>();
    for (var operand : operands) {
      if (operand instanceof COSNumber number) {
        numbers.add(number.floatValue());
      }
    }
    return numbers;
  }

  private Point2D.Float onPage(float x, float y) {
    return getGraphicsState().getCurrentTransformationMatrix().transformPoint(x, y);
  }

  @Override
  protected void writePage() {}
}
