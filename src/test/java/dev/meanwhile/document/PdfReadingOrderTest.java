package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PdfReadingOrderTest {
  private static final float LEFT = 50;
  private static final float RIGHT = 320;

  private final Documents documents = Documents.withDefaults();

  @Test
  void textInTwoColumnsIsReadOneColumnAfterTheOther() {
    var paper = new PdfPaper().page();
    column(paper, LEFT, 100, "KLN-1: The kiln shall hold its temperature for", "six hours.", "",
        "KLN-2: The kiln shall keep its door locked", "above 60 degrees.");
    column(paper, RIGHT, 104, "KLN-3: The kiln shall write down the", "temperature every minute.",
        "",
        "KLN-4: The kiln shall go out when its fan", "stands still.");

    assertThat(texts(paper)).containsExactly(
        "KLN-1: The kiln shall hold its temperature for six hours.",
        "KLN-2: The kiln shall keep its door locked above 60 degrees.",
        "KLN-3: The kiln shall write down the temperature every minute.",
        "KLN-4: The kiln shall go out when its fan stands still.");
  }

  @Test
  void whatGoesAcrossTheColumnsIsReadBetweenWhatStandsAboveAndBelow() {
    var paper = new PdfPaper().page();
    column(paper, LEFT, 100, "The first part is about the kiln and the", "clay that is put in.");
    column(paper, RIGHT, 100, "The second part tells of the glaze and", "of its colours.");
    paper.write(LEFT, 150,
        "A line over the whole width of the page says that all of this holds for every kiln in the");
    paper.write(LEFT, 162, "house and for its yard.");
    column(paper, LEFT, 200, "The third part speaks of the wheel, which", "is turned by foot.");
    column(paper, RIGHT, 200, "The fourth part is about the shelves and", "about the weather.");

    assertThat(texts(paper)).containsExactly(
        "The first part is about the kiln and the clay that is put in.",
        "The second part tells of the glaze and of its colours.",
        "A line over the whole width of the page says that all of this holds for every kiln in the "
            + "house and for its yard.",
        "The third part speaks of the wheel, which is turned by foot.",
        "The fourth part is about the shelves and about the weather.");
  }

  @Test
  void aParagraphGoesOnInTheNextColumnAndOnTheNextPage() {
    var paper = new PdfPaper().page();
    column(paper, LEFT, 100, "The kiln is fired twice a week, and on each",
        "of these days it is hot.",
        "", "It is looked after by two people of whom at",
        "least one has without any doubt already");
    column(paper, RIGHT, 100, "learned the trade.", "",
        "The glaze is mixed by hand. Nobody but the",
        "master may touch it, neither those who have",
        "learned from him nor whoever is there when");
    paper.page();
    column(paper, LEFT, 100, "it is used.", "", "Then it is over.");

    assertThat(texts(paper)).containsExactly(
        "The kiln is fired twice a week, and on each of these days it is hot.",
        "It is looked after by two people of whom at least one has without any doubt already "
            + "learned the trade.",
        "The glaze is mixed by hand. Nobody but the master may touch it, neither those who have "
            + "learned from him nor whoever is there when it is used.",
        "Then it is over.");
  }

  @Test
  void anIdAtTheTopOfAPageBeginsAParagraph() {
    var paper = new PdfPaper().page().write(LEFT, 100, "KLN-1: The kiln shall ring a bell at noon")
        .page().write(LEFT, 100, "KLN-2: The kiln shall be blue.");

    assertThat(texts(paper)).containsExactly("KLN-1: The kiln shall ring a bell at noon",
        "KLN-2: The kiln shall be blue.");
  }

  @Test
  void aPageWithLittleInItsSecondColumnIsDividedAsTheOneBefore() {
    var paper = new PdfPaper().page();
    column(paper, LEFT, 100, "The kiln is fired twice a week by one of the", "two masters.", "",
        "The clay comes from the pit at the river and", "is red.");
    column(paper, RIGHT, 100, "The glaze is mixed by hand, for which there", "is a room.", "",
        "The wheel is turned by foot as it has always", "been.");
    paper.page();
    column(paper, LEFT, 100, "The shelves are of oak and carry forty pots", "each.", "",
        "The yard is swept on Saturdays by whoever", "comes last.");
    column(paper, RIGHT, 104, "The gate is shut at six in the evening.");

    assertThat(texts(paper)).endsWith("The shelves are of oak and carry forty pots each.",
        "The yard is swept on Saturdays by whoever comes last.",
        "The gate is shut at six in the evening.");
  }

  @Test
  void aTableOfTwoWideColumnsStaysATable() {
    var paper = new PdfPaper().page();
    column(paper, LEFT, 100, "Requirement", "KLN-1: The kiln shall hold its temperature",
        "for six hours.", "KLN-2: The kiln shall keep its door locked", "above 60 degrees.");
    column(paper, RIGHT, 100, "Rationale", "Earthenware cracks when it cools down too",
        "soon after firing.", "Somebody has burnt his hand on it before we", "had the lock.");

    assertThat(documents.read("a.pdf", paper.bytes()).passages())
        .extracting(Passage::kind).containsOnly(Kind.ROW);
  }

  @Test
  void aTitleThatReachesIntoTheGapDoesNotHideTheColumns() {
    var paper = new PdfPaper().page().title(LEFT, 70, "A title of the kiln's rules: no more");
    column(paper, LEFT, 100, "The first part is about the kiln and the clay", "that is put in.", "",
        "It is written for the masters, of whom there", "are two.", "", "They have read it.");
    column(paper, RIGHT, 100, "The second part tells of the glaze and", "of its colours.", "",
        "It is written for those who learn the trade", "in the house.", "", "They are six.");

    assertThat(texts(paper)).containsExactly("A title of the kiln's rules: no more",
        "The first part is about the kiln and the clay that is put in.",
        "It is written for the masters, of whom there are two.", "They have read it.",
        "The second part tells of the glaze and of its colours.",
        "It is written for those who learn the trade in the house.", "They are six.");
  }

  @Test
  void aDrawnTableInAColumnIsReadInItsColumn() {
    float[] columns = {50, 110, 200, 285};
    var paper = new PdfPaper().page();
    column(paper, LEFT, 100, "The kiln is fired twice a week by one of the", "two masters.", "",
        "The clay comes from the pit at the river and", "is red.");
    paper.grid(columns, new float[]{180, 200, 220}).write(52, 194, "ID").write(112, 194, "Text")
        .write(202, 194, "Method").write(52, 214, "KLN-1").write(112, 214, "It shall glow.")
        .write(202, 214, "Test");
    column(paper, RIGHT, 100, "The glaze is mixed by hand, for which there", "is a room.", "",
        "The wheel is turned by foot as it has always", "been.", "", "", "", "",
        "The shelves are of oak and carry forty pots", "each.");

    assertThat(documents.read("a.pdf", paper.bytes()).passages()).extracting(Passage::text)
        .containsExactly("The kiln is fired twice a week by one of the two masters.",
            "The clay comes from the pit at the river and is red.", "ID | Text | Method",
            "KLN-1 | It shall glow. | Test",
            "The glaze is mixed by hand, for which there is a room.",
            "The wheel is turned by foot as it has always been.",
            "The shelves are of oak and carry forty pots each.");
  }

  /// Lines below each other; an empty one is a gap.
  private static void column(PdfPaper paper, float x, float y, String... lines) {
    float base = y;
    for (var line : lines) {
      if (!line.isEmpty()) {
        paper.write(x, base, line);
      }
      base += 12;
    }
  }

  private List<String> texts(PdfPaper paper) {
    return documents.read("a.pdf", paper.bytes()).passages().stream()
        .map(p -> p.text().replace('\n', ' ')).toList();
  }
}
