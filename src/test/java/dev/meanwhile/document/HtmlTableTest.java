package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.document.reading.Document;
import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.extract.Extraction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTableTest {

  @Test
  void aBlankThatKeepsWordsTogetherIsABlank() {
    var document = read("""
      <div><b>FRY-1</b>&nbsp;<i>Horn</i></div><div>The ferry shall sound its horn.</div>
      <div><b>FRY-2</b>&nbsp;<i>Lamp</i></div><div>The ferry shall light its lamp.</div>""");

    assertThat(document.text()).contains("FRY-1 Horn").doesNotContain("\u00a0");
    assertThat(Extraction.of(document.passages()).ids()).containsExactly("FRY-1", "FRY-2");
  }

  @Test
  void anIdInSmallLettersBehindTheWordsOfAHeadingNamesTheTextBelow() {
    var document = read("""
      <h1 id="PMP-1">1.0 Stop <small>PMP-1</small></h1><p>The pump shall stop at once.</p>
      <h2>1.1 Rest <small>for <i>a</i> while</small></h2><p>It is cold then.</p>
      <h2>1.2 Start <code>PMP-2</code></h2><p>The pump shall start within 2 s.</p>""");

    assertThat(document.passages().getFirst().text()).isEqualTo("1.0 Stop [PMP-1]");
    assertThat(Extraction.of(document.passages()).requirements())
        .extracting(Requirement::id, Requirement::text)
        .containsExactly(tuple("PMP-1", "The pump shall stop at once."),
            tuple("PMP-2", "The pump shall start within 2 s."));
  }

  @Test
  void rowsWhoseTagsScriptsWriteAreRows() {
    var document = read(
        """
          <html><head><script>var n = 0;
          function row() { n++; if (n % 2 == 0) document.write("<tr class='even'>");
            else document.write("<tr class='odd'>"); }</script></head><body><table><thead>
          <tr><script>document.write("<td colspan=" + n + ">");</script><table><tr><td></td><td>Pump</td></tr>
          </table></td></tr>
          <tr><th>ID</th><th>ReqID</th><th>Text</th></tr></thead><tbody>
          <script>if (n) { document.write("<tr class='a'>"); } else { document.write("<tr>"); }</script>
          <td>7</td><td>PMP100</td><td><p>PMP100 The pump shall stop:</p><p>- at once</p></td></tr>
          <script> row(); </script><td>8</td><td>PMP101</td><td>It shall rest.</td></tr>
          </tbody></table></body></html>""");

    assertThat(rows(document)).contains(List.of("ID", "ReqID", "Text"),
        List.of("7", "PMP100", "PMP100 The pump shall stop:\n- at once"),
        List.of("8", "PMP101", "It shall rest."));
  }

  @Test
  void aTableInARowOfRequirementsIsTextOfItsCell() {
    var document = read("""
      <table><tr><th>ReqID</th><th>Text</th><th>Related Tests</th></tr>
      <tr><td>PMP100</td><td>It shall stop.</td><td><table><tr><th>Test Name</th><th>By</th></tr>
      <tr><td>Stop_1</td><td>Kim</td></tr><tr><td>Stop_2</td><td>Lee</td></tr></table></td></tr>
      </table>""");

    assertThat(rows(document).getLast()).containsExactly("PMP100", "It shall stop.",
        "Test Name | By\nStop_1 | Kim\nStop_2 | Lee");
    assertThat(Extraction.of(document.passages()).targets("PMP100", Link.Type.TEST))
        .containsExactly("Stop_1", "Stop_2");
  }

  @Test
  void aTableInALayoutFollowsTheRowThatItStandsIn() {
    var document = read("""
      <table><tr><td>Test name: Stop_1</td></tr><tr><td><table><tr><td>PMP100</td><td>a</td></tr>
      </table></td></tr><tr><td>Test name: Stop_2</td></tr></table>""");

    assertThat(rows(document)).containsExactly(List.of("Test name: Stop_1"), List.of("PMP100", "a"),
        List.of("Test name: Stop_2"));
  }

  private static List<List<String>> rows(Document document) {
    return document.passages().stream().filter(p -> p.kind() == Kind.ROW).map(Passage::cells)
        .toList();
  }

  private static Document read(String html) {
    return Documents.withDefaults().read("a.html", html.getBytes(StandardCharsets.UTF_8));
  }
}
