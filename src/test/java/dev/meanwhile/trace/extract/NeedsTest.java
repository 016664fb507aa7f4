package dev.meanwhile.trace.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedsTest {
  private static final Source HERE = Source.line("needs.rst", 1, null);

  @Test
  void aNeedIsARequirementWithWhatItsAuthorWroteBesideIt() {
    var rtm = rtm(need("The pump shall stop.", Map.of("type", "swreq", "id", "SW_STOP", "title",
        "Stop", "status", "deleted", "rationale", "Noise", "links", "SYS_1; SYS_2")));

    assertThat(rtm.requirements()).singleElement().satisfies(r -> {
      assertThat(r.id()).isEqualTo("SW_STOP");
      assertThat(r.title()).isEqualTo("Stop");
      assertThat(r.status()).isEqualTo(Status.DELETED);
      assertThat(r.rationale()).isEqualTo("Noise");
      assertThat(r.parents()).containsExactly("SYS_1", "SYS_2");
    });
  }

  @Test
  void aTestLinksTheNeedsThatItNames() {
    var rtm = rtm(need("The pump shall stop.", Map.of("type", "req", "id", "R_1")),
        need("Press the key.", Map.of("type", "test", "id", "T_1", "specs", "R_1")));

    assertThat(rtm.ids()).containsExactly("R_1");
    assertThat(rtm.links()).containsExactly(new Link("R_1", Link.Type.TEST, "T_1"));
  }

  @Test
  void aParentNamesItsChildrenAsTheyWouldNameIt() {
    var rtm = rtm(need("The pump shall stop.", Map.of("type", "req", "id", "R_1", "child", "R_2")),
        need("The pump shall rest.", Map.of("type", "req", "id", "R_2")));

    assertThat(rtm.links()).containsExactly(new Link("R_2", Link.Type.PARENT, "R_1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsr", "tsr", "swr", "tutorial-spec", "sys_hlr", "nfr"})
  void kindsOfRequirementsGoByShortNames(String type) {
    assertThat(rtm(need("Redundant supply.", Map.of("type", type, "id", "X_1"))).ids())
        .containsExactly("X_1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"arch", "impl", "person", "release", "user"})
  void otherKindsOfNeedsAreNoRequirements(String type) {
    assertThat(rtm(need("The supply unit.", Map.of("type", type, "id", "X_1"))).ids()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"assumption", "question", "open_issue", "hazard"})
  void whatIsAssumedOrAskedIsACandidateEvenIfItBinds(String type) {
    var rtm = rtm(need("The dock is dry; the pump shall not rely on it.",
        Map.of("type", type, "id", "ASM-02")));

    assertThat(rtm.requirements()).isEmpty();
    assertThat(rtm.candidates()).extracting(Requirement::id).containsExactly("ASM-02");
  }

  @Test
  void aTitleStandsForAnEmptyStatementAndProseStaysProse() {
    var rtm = rtm(need("", Map.of("type", "req", "id", "R_1", "title", "Stop the pump")),
        need("Requirements shall be short.", Map.of("type", "text")),
        need("The code is in C.", Map.of("type", "impl", "id", "I_1")));

    assertThat(rtm.requirements()).singleElement()
        .satisfies(r -> assertThat(r.text()).isEqualTo("Stop the pump"));
  }

  private static Passage need(String text, Map<String, String> fields) {
    return Passage.need(text, fields, HERE);
  }

  private static Rtm rtm(Passage... passages) {
    return Extraction.of(List.of(passages));
  }

  @Test
  void aFieldOfNamesIsALinkAndAnotherIsNone() {
    var rtm = rtm(need("It shall go.", Map.of("type", "req", "id", "R_1", "owner", "Ann", "refines",
        "S_1; ; S-2", "tested_by", "T_1;", "team", "", "seen", "_x", "doc", "-y")),
        need("It shall stop.", Map.of("type", "req", "tested_by", "T_2", "child", "R_1")));

    assertThat(rtm.links()).containsExactlyInAnyOrder(new Link("R_1", Link.Type.PARENT, "S_1"),
        new Link("R_1", Link.Type.PARENT, "S-2"), new Link("R_1", Link.Type.TEST, "T_1"));
    assertThat(rtm.requirements()).hasSize(2);
  }

  @Test
  void whatIsRatedOrBuiltIsNoParent() {
    var rtm = rtm(need("It shall go.", Map.of("type", "comp_req", "id", "comp_req__go", "safety",
        "ASIL_B", "reqtype", "Non-Functional", "tools", "TOOL_X", "derived_from",
        "feat_req__move[version==1]", "satisfied_by", "comp__engine")));

    assertThat(rtm.links()).containsExactly(
        new Link("comp_req__go", Link.Type.PARENT, "feat_req__move"));
  }

  @Test
  void whatARequirementIsRefinedByRefinesIt() {
    var rtm = rtm(need("It shall go.", Map.of("type", "req", "id", "R_1", "refined_by", "R_2")),
        need("It shall roll.", Map.of("type", "req", "id", "R_2")));

    assertThat(rtm.links()).containsExactly(new Link("R_2", Link.Type.PARENT, "R_1"));
  }

  @Test
  void anItemIsWhatItsIdSays() {
    var rtm = rtm(need("It will go.", Map.of("type", "item", "id", "SRS_0001")),
        need("Push it.", Map.of("type", "item", "id", "ITEST-GO", "validates", "SRS_0001")),
        need("A wheel.", Map.of("type", "item", "id", "HW_2")));

    assertThat(rtm.ids()).containsExactly("SRS_0001");
    assertThat(rtm.links()).containsExactly(new Link("SRS_0001", Link.Type.TEST, "ITEST-GO"));
  }

  @Test
  void theReasonInTheTextOfANeedIsNoPartOfItsStatement() {
    assertThat(rtm(need("The pump shall stop.\n\n**Rationale**\n\nIt is hot.",
        Map.of("type", "req", "id", "R_1"))).requirements()).singleElement().satisfies(r -> {
          assertThat(r.text()).isEqualTo("The pump shall stop.");
          assertThat(r.rationale()).isEqualTo("It is hot.");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Additional Information: sand is heavy.", "**Note:** the bell is old.",
      "Example: a cup of tea."})
  void whatAParagraphRemarksIsNoPartOfTheStatementUnlessItBinds(String remark) {
    assertThat(rtm(need("The pump shall stop.\n\n" + remark + "\n\nIt shall cool down.",
        Map.of("type", "req", "id", "R_1")),
        need("Former ID: ``PMP-9``; revision 1.\n\nThe pump shall rest.",
            Map.of("type", "req", "id", "R_3")),
        need("Note: it hums.", Map.of("type", "req", "id", "R_4")),
        need("Hint: the pump shall stop.\n\nNote: it shall ring.",
            Map.of("type", "req", "id", "R_2")))
        .requirements()).extracting(Requirement::text)
        .containsExactly("The pump shall stop.\n\nIt shall cool down.", "The pump shall rest.",
            "Note: it hums.",
            "Hint: the pump shall stop.\n\nNote: it shall ring.");
  }

  @Test
  void aStatementInAFieldIsExplainedByTheTextBelow() {
    assertThat(rtm(need("Guests wait.", Map.of("type", "req", "id", "R_1", "statement",
        "The bar shall open at 7.")), need("Tea.",
            Map.of("type", "req", "id", "R_2", "statement",
                "hot")))
        .requirements()).extracting(r -> r.text() + "/" + r.rationale())
        .containsExactly("The bar shall open at 7./Guests wait.", "Tea./null");
  }

  @Test
  void aFieldOfLinksHoldsNamesAndNoWords() {
    var rtm = rtm(need("It shall go.", Map.of("type", "req", "id", "R_1", "derived_from",
        "letter", "depends", "-", "satisfies", "_", "refines", "feat-login, feat_logout")));

    assertThat(rtm.links()).extracting(Link::target).containsExactly("feat-login", "feat_logout");
  }

  @Test
  void anIdInAFieldOfAnotherNameIsALinkIfNothingElseLooksLikeIt() {
    var rtm = rtm(need("It shall go.",
        Map.of("type", "req", "id", "R_1", "origin", "SYS-4", "room", "B7", "desk", "left-hand")));

    assertThat(rtm.links()).containsExactly(new Link("R_1", Link.Type.PARENT, "SYS-4"));
  }

  @Test
  void aNeedOfNothingButATitleEndsTheHeadingAboveIt() {
    var here = Source.line("a.md", 1, null);
    var rtm = Extraction.of(List.of(Passage.heading("DAM-1", 2, here),
        Passage.need("", Map.of("type", "requirement", "id", "DAM-2", "title", "Lock"), here),
        Passage.paragraph("The gate shall open.", here)));

    assertThat(rtm.requirements()).extracting(Requirement::id).contains("DAM-2")
        .doesNotContain("DAM-1");
  }

  @Test
  void aNeedOfNothingButAReasonKeepsItsWords() {
    assertThat(rtm(need("Rationale: It is hot.", Map.of("type", "req", "id", "R_1")))
        .requirements()).extracting(Requirement::text).containsExactly("Rationale: It is hot.");
  }
}
