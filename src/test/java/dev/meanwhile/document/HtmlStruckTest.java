package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.extract.Extraction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlStruckTest {
  @Test
  void aPartWithALineThroughItIsLeftOut() {
    assertThat(texts("a.html",
        "<p>The oven shall <del>fry</del> <ins>bake</ins> <s>at once</s>.</p>"
            + "<ul><li>one<strike>two</strike></li></ul>"))
        .containsExactly("The oven shall bake .", "one");
  }

  @Test
  void aRequirementWithALineThroughItIsDeleted() {
    var page = "<p><b>BAK_1</b> <s>The oven shall <i>fry</i>.</s></p>"
        + "<p><del>BAK_2 The oven shall hum.</del></p><p>BAK_3 <del>The oven shall hiss.</del> Void</p>"
        + "<p>BAK_4 The oven shall bake.</p>";

    assertThat(Extraction.of(read("a.html", page)).requirements())
        .extracting(r -> r.id() + " " + (r.status() == Status.DELETED))
        .containsExactly("BAK_1 true", "BAK_2 true", "BAK_3 true", "BAK_4 false");
  }

  @Test
  void aTableOfHtmlInMarkdownIsATable() {
    var passages = read("a.md", """
      # Oven

      Text

      <table>
      <tr><th>ID</th></tr>
      <tr><td><code>BAK-1</code></td></tr>
      </table>

      More <a name="x"></a>text
      """);

    assertThat(passages).extracting(Passage::text).containsExactly("Oven", "Text", "ID", "BAK-1",
        "More text");
    assertThat(passages.get(3).kind()).isEqualTo(Passage.Kind.ROW);
    assertThat(passages.get(3).source().line()).isEqualTo(7);
    assertThat(passages.get(3).source().heading()).isEqualTo("Oven");
  }

  private static List<String> texts(String name, String text) {
    return read(name, text).stream().map(Passage::text).toList();
  }

  private static List<Passage> read(String name, String text) {
    return Documents.withDefaults().read(name, text.getBytes(StandardCharsets.UTF_8)).passages();
  }
}
