package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.extract.Extraction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pages that tools publish of needs.
class HtmlNeedsTest {
  private final Documents documents = Documents.withDefaults();

  @Test
  void aTableOfSphinxNeedsIsTheNeedThatItShows() {
    var passages = read(
        """
          <h1>Tank<a class="headerlink" href="#tank">¶</a></h1>
          <p>Before <b>it</b></p>
          <table class="need needs_grid_simple needs_layout_clean needs_type_swreq docutils" id="TNK_1">
          <tr class="need head"><td class="need head"><span class="needs_type"><span>Software</span></span>:
            <span class="needs_title"><span>Fill level</span></span> <span class="needs-id">
            <a href="#TNK_1">TNK_1</a></span></td></tr>
          <tr class="need meta"><td class="need meta"><div class="line"><span class="needs_status">
            <span class="needs_label">status: </span><span class="needs_data">deleted</span></span></div>
            <div class="line"><span class="needs_satisfies"><span class="needs_label">satisfies: </span>
            <span class="needs_data"><a>SYS_4</a></span>, <span class="needs_data"><a>SYS_5</a></span></span></div>
            <div class="line"><span class="needs_links_back"><span class="needs_label">links back: </span>
            <span class="needs_data"><a>SW_9</a></span></span></div></td></tr>
          <tr class="need content"><td class="need content"><p>The tank shall be filled
            to 80 %.</p><ul><li>slowly</li></ul></td></tr>
          </table>
          <table class="need"><tr><td>ID</td><td>TNK_2</td></tr></table>""");

    assertThat(passages).extracting(Passage::kind).containsExactly(Kind.HEADING, Kind.PARAGRAPH,
        Kind.NEED, Kind.ROW);
    assertThat(passages.getFirst().text()).isEqualTo("Tank");
    assertThat(Extraction.of(passages).requirements()).singleElement().satisfies(r -> {
      assertThat(r.id()).isEqualTo("TNK_1");
      assertThat(r.title()).isEqualTo("Fill level");
      assertThat(r.text()).isEqualTo("The tank shall be filled to 80 %.\n- slowly");
      assertThat(r.status()).isEqualTo(Status.DELETED);
      assertThat(r.parents()).containsExactly("SYS_4", "SYS_5");
    });
  }

  @Test
  void aNodeOfStrictDocIsTheNeedThatItShowsAndItsTextsAndSectionsAreRead() {
    var passages = read(
        """
          <sdoc-node><sdoc-node-content show-node-type-name="SECTION"><sdoc-node-title>
            <h2>2. Filling</h2></sdoc-node-title><sdoc-node-field-label>MID:</sdoc-node-field-label>
            <sdoc-node-field data-field-type="singleline" data-field-label="MID">0815</sdoc-node-field>
            </sdoc-node-content></sdoc-node>
          <sdoc-node><sdoc-anchor id="t">TNK-TEXT-1</sdoc-anchor><sdoc-node-content show-node-type-name="TEXT">
            <sdoc-node-field-label>STATEMENT:</sdoc-node-field-label>
            <sdoc-node-field data-field-label="statement"><p>Tanks are heavy.</p></sdoc-node-field>
            </sdoc-node-content></sdoc-node>
          <sdoc-node><sdoc-anchor id="TNK-1">TNK-1</sdoc-anchor>
            <sdoc-node-content show-node-type-name="REQUIREMENT">
            <sdoc-node-title>2.1.&nbsp;Level</sdoc-node-title>
            <sdoc-node-field-label>UID:</sdoc-node-field-label>
            <sdoc-node-field data-field-label="UID">TNK-1</sdoc-node-field>
            <sdoc-node-field-label>STATEMENT:</sdoc-node-field-label>
            <sdoc-node-field data-field-label="statement"><p>The tank shall hold:</p><ul><li>oil</li>
            </ul></sdoc-node-field>
            <sdoc-node-field-label>RATIONALE:</sdoc-node-field-label>
            <sdoc-node-field data-field-label="rationale"><p>Oil is dear.</p></sdoc-node-field>
            <sdoc-node-field-label>RELATIONS (Parent):</sdoc-node-field-label>
            <sdoc-node-field data-field-label="parent relations"><ul><li><a>SYS-4 Storage</a></li>
            <li><a>SYS-5 Safety</a></li></ul></sdoc-node-field></sdoc-node-content></sdoc-node>
          <sdoc-node><h3>2.2 Colour</h3><sdoc-meta><sdoc-meta-label>UID:</sdoc-meta-label>
            <sdoc-meta-field>TNK-2</sdoc-meta-field></sdoc-meta><sdoc-node-field data-field-label="statement">
            <sdoc-node-field-label>STATEMENT:</sdoc-node-field-label><p>The tank shall be red.</p>
            </sdoc-node-field></sdoc-node>""");

    assertThat(passages).extracting(Passage::text).containsExactly("2. Filling", "Tanks are heavy.",
        "The tank shall hold:\n- oil", "The tank shall be red.");
    assertThat(Extraction.of(passages).requirements()).extracting(Requirement::id,
        Requirement::text, Requirement::rationale, Requirement::parents).containsExactly(
            tuple("TNK-1", "The tank shall hold:\n- oil", "Oil is dear.",
                List.of("SYS-4", "SYS-5")),
            tuple("TNK-2", "The tank shall be red.", null, List.of()));
    assertThat(passages.get(2).field("title")).isEqualTo("Level");
  }

  private List<Passage> read(String body) {
    return documents.read("a.html",
        ("<html><body>" + body + "</body></html>").getBytes(StandardCharsets.UTF_8)).passages();
  }
}
