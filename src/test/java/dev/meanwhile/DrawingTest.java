package dev.meanwhile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawingTest {

  @Test
  void arrowsAreReadInAllTheFormsThatMermaidHasForThem() {
    var drawing = Drawing.parse("""
      graph TD
        %% a comment --> nothing
        live --> feed & chat
        chat & agent --> task

        tool --> task --> store
        lonely
      """);
    assertThat(drawing.uses()).isEqualTo(Map.of(
        "live", Set.of("feed", "chat"), "chat", Set.of("task"), "agent", Set.of("task"),
        "tool", Set.of("task"), "task", Set.of("store"), "feed", Set.of(), "store", Set.of(),
        "lonely", Set.of()));
  }

  @Test
  void aLineThatIsNotUnderstoodIsRefused() {
    assertThatThrownBy(() -> Drawing.parse("graph TD\n a -.-> b"))
        .hasMessageContaining("a -.-> b");
    assertThatThrownBy(() -> Drawing.parse("graph TD\n a --> "))
        .hasMessageContaining("a -->");
  }

  @Test
  void theSameDrawingNeedsNoCorrections() {
    assertThat(Drawing.parse("a --> b & c").correctionsFor(Drawing.parse("a --> b\na --> c")))
        .isEmpty();
  }

  @Test
  void anArrowThatTheCodeLacksIsNoticed() {
    assertThat(Drawing.parse("a --> b & c").correctionsFor(Drawing.parse("a --> b\nc")))
        .singleElement().asString().startsWith("a --> c is drawn but");
  }

  @Test
  void anArrowThatIsNotDrawnIsNoticed() {
    assertThat(Drawing.parse("a --> b").correctionsFor(Drawing.parse("a --> b --> a")))
        .singleElement().asString().startsWith("b --> a is in the code but isn't drawn");
  }

  @Test
  void aPackageThatIsNotDrawnIsNoticed() {
    assertThat(Drawing.parse("a --> b").correctionsFor(Drawing.parse("a --> b\nc")))
        .singleElement().asString().startsWith("c is a package but isn't drawn");
  }

  @Test
  void aDrawnPackageThatIsNotThereIsNoticed() {
    assertThat(Drawing.parse("a --> b\nc").correctionsFor(Drawing.parse("a --> b")))
        .singleElement().asString().startsWith("c is drawn but is no package");
  }
}
