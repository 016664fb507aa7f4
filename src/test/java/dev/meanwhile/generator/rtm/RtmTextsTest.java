package dev.meanwhile.generator.rtm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.meanwhile.document.Documents;
import dev.meanwhile.generator.Stored;
import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Outcome;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.extract.Extraction;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RtmTextsTest {
  private static final String HOSTILE = "The page shall show =1+1 | <script>alert('x')</script> & \"more\".";
  private static final Rtm RTM = Extraction.of(List.of(
      row(1, "ID", "Description", "Verification Method", "Parent", "Testcase", "Test Result",
          "Tested Build"),
      row(2, "A-1", HOSTILE, "Unit Test", "", "Basic, early; Stress", "Pass", "B7"),
      row(3, "A-1.1", "The door shall open.", "Needed", "", "Stress", "Fail", "B7"),
      row(3, "A-2", "The lamp shall glow.", "Test", "", "Stress; Soak; Burn in",
          "Pass; ; Partial Pass", "B7; ; B8"),
      row(4, "=A", "DELETED: +1 shall go.", "", "", "", "", "")));

  @Test
  void aWorkbookHasBothDirectionsAndReadsBackAsTheSameMatrix() {
    var again = read("rtm.xlsx", RtmTexts.workbook(RTM, () -> {}).bytes());

    assertSame(again);
    assertThat(Documents.withDefaults().read("rtm.xlsx", RtmTexts.workbook(RTM, () -> {}).bytes())
        .passages())
        .extracting(p -> p.source().sheet()).contains("Requirements", "Tests");
  }

  @Test
  void aCsvRunsNothingAndReadsBackAsTheSameMatrix() {
    var csv = RtmTexts.csv(RTM);

    assertThat(csv.lines().toList()).noneMatch(line -> line.matches("^[=+@-].*"));
    assertSame(read("rtm.csv", csv.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void eachTestOfARowHasItsOwnResult() {
    assertThat(RTM.links()).filteredOn(l -> l.requirementId().equals("A-2"))
        .extracting(Link::target, l -> l.result() == null ? "" : l.result().original(),
            l -> l.result() == null ? "" : String.valueOf(l.result().build()))
        .containsExactly(tuple("Stress", "Pass", "B7"), tuple("Soak", "", ""),
            tuple("Burn in", "Partial Pass", "B8"));
  }

  @Test
  void stepsSuspicionsAndTestsOfUnknownRequirementsReadBackToo() {
    var links = List.of(
        new Link("A-1", Link.Type.TEST, "Stress", List.of("1", "2"),
            new Link.Result(Outcome.PASSED, "Pass", null), true),
        new Link("A-1", Link.Type.TEST, "Soak", List.of("7"), null, false),
        new Link("A-2", Link.Type.TEST, "Stress"));
    var unknown = List.of(new Link("A-9", Link.Type.TEST, "Stress", List.of(),
        new Link.Result(Outcome.FAILED, "Fail", "B8"), false));
    var rtm = Rtm.of(RTM.requirements(), List.of(),
        Stream.concat(links.stream(), unknown.stream()).toList(), List.of());

    var fromCsv = read("rtm.csv", RtmTexts.csv(rtm).getBytes(StandardCharsets.UTF_8));
    var fromBook = read("rtm.xlsx", RtmTexts.workbook(rtm, () -> {}).bytes());

    assertThat(fromCsv.links()).filteredOn(l -> l.type() == Link.Type.TEST)
        .containsExactlyInAnyOrderElementsOf(links);
    assertThat(fromBook.links()).filteredOn(l -> l.type() == Link.Type.TEST)
        .containsExactlyInAnyOrderElementsOf(links);
    assertThat(fromBook.unknown()).containsExactlyElementsOf(unknown);
  }

  @Test
  void namesOfTestsWithSeparatorsInThemReadBack() {
    var names = List.of("open; close", "\"quoted\"", "a,b", "say \"a;b\" twice", "\"a\"; \"b\"",
        "Soak",
        "Start, then stop", ";", "\";\"", "ends with;", "\"", "\"\"", "= 1; 2");
    var links = names.stream().map(name -> new Link("A-1", Link.Type.TEST, name, List.of("1"),
        new Link.Result(Outcome.PASSED, "Pass", "B" + names.indexOf(name)),
        names.indexOf(name) % 2 == 0)).toList();
    var alone = new Link("A-2", Link.Type.TEST, "x,y");
    var rtm = Rtm.of(RTM.requirements(), List.of(),
        Stream.concat(links.stream(), Stream.of(alone)).toList(), List.of());

    assertThat(List.of(read("rtm.csv", RtmTexts.csv(rtm).getBytes(StandardCharsets.UTF_8)),
        read("rtm.xlsx", RtmTexts.workbook(rtm, () -> {}).bytes())))
        .allSatisfy(read -> assertThat(read.links())
            .filteredOn(l -> l.type() == Link.Type.TEST && !l.target().equals("x,y"))
            .containsExactlyElementsOf(links))
        .allSatisfy(read -> assertThat(read.links()).contains(alone));
  }

  @Test
  void everyStatusReadsBack() {
    var rtm = Extraction.of(List.of(row(1, "ID", "Status", "Description"),
        row(2, "A-1", "TBD", "The door shall open."), row(3, "A-2", "future", "It shall fly."),
        row(4, "A-3", "optional", "It shall swim."), row(5, "A-4", "Deleted", "It shall sink."),
        row(6, "A-5", "Approved", "It shall float.")));

    assertThat(rtm.requirements()).extracting(r -> r.status().toString())
        .containsExactly("tbd", "future", "optional", "deleted", "active");
    assertThat(read("rtm.csv", RtmTexts.csv(rtm).getBytes(StandardCharsets.UTF_8)).requirements())
        .extracting(r -> r.status().toString())
        .containsExactly("tbd", "future", "optional", "deleted", "active");
  }

  @Test
  void aPageAndAMarkdownShowForeignTextAsText() {
    assertThat(RtmTexts.html(RTM))
        .contains("&lt;script&gt;", "<h2 id=\"requirements\">Requirements</h2>",
            "<h2 id=\"tests\">Tests</h2>", "<td class=\"bad\">failed</td>",
            "<td class=\"quiet\">deleted</td>")
        .doesNotContain("<script", "http:", "https:", "src=");
    assertThat(RtmTexts.markdown(RTM)).contains("\\<script\\>", "## Tests")
        .doesNotContain(" <script");
  }

  @Test
  void theSameMatrixIsTheSameBytes() {
    assertThat(RtmTexts.workbook(RTM, () -> {}).bytes())
        .isEqualTo(RtmTexts.workbook(RTM, () -> {}).bytes());
    assertThat(RtmTexts.html(RTM)).isEqualTo(RtmTexts.html(RTM));
  }

  @Test
  void whatIsStoredReadsBack() {
    var stored = Stored.json("rtm.json", Stored.RTM, RTM);

    assertThat(Stored.read("rtm.json", stored.content(), Rtm.class)).isEqualTo(RTM);
  }

  @Test
  void aMatrixOfTheFirstSchemaIsStillRead() {
    var rtm = Stored.read("rtm.json",
        """
          {"schema":"meanwhile.rtm/1","requirements":[{"id":"A-1","title":"Stop","text":"If it burns, the pump shall stop.",
          "status":"active","tier":"requirement","id_origin":"explicit","verification":null,"priority":null,"rationale":null,
          "parents":[],"source":{"file":"a.txt","page":null,"sheet":null,"table":null,"row":null,"line":3,"paragraph":null,
          "heading":null},"text_hash":"0123456789abcdef"}],"candidates":[],
          "links":[{"requirement_id":"A-1","type":"test","target":"T1"}],
          "findings":[{"rule":"passive","severity":"info","requirement_id":"A-1","quote":"x","why":"y","advice":"z",
          "source":{"file":"a.txt","page":null,"sheet":null,"table":null,"row":null,"line":3,"paragraph":null,"heading":null}}],
          "notes":[]}"""
            .getBytes(StandardCharsets.UTF_8),
        Rtm.class);

    assertThat(rtm.schema()).isEqualTo(Rtm.SCHEMA);
    assertThat(rtm.requirements().getFirst().pattern()).hasToString("unwanted");
    assertThat(rtm.links()).containsExactly(new Link("A-1", Link.Type.TEST, "T1"));
  }

  @Test
  void theSchemaDocumentNamesEveryFieldAndNoOther() throws IOException {
    var schema = JsonMapper.shared()
        .readTree(Files.readAllBytes(Path.of("docs", "rtm-schema-2.json")));

    assertThat(schema.at("/properties/schema/const").asString()).isEqualTo(Rtm.SCHEMA);
    assertFields(schema, schema, Rtm.class);
  }

  private static void assertFields(JsonNode root, JsonNode described, Class<?> type) {
    var node = described.has("$ref")
        ? root.at(described.path("$ref").asString().substring(1))
        : described;
    assertThat(new TreeSet<>(node.path("properties").propertyNames())).as(type.getSimpleName())
        .isEqualTo(new TreeSet<>(Arrays.stream(type.getRecordComponents())
            .map(c -> c.getName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT))
            .toList()));
    for (var component : type.getRecordComponents()) {
      var property = node.path("properties").path(
          component.getName().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT));
      var record = record(component);
      if (record.isRecord()) {
        var inner = property.has("items") ? property.path("items") : property;
        assertFields(root, inner.has("anyOf") ? inner.path("anyOf").get(0) : inner, record);
      }
    }
  }

  private static Class<?> record(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] instanceof Class<?> element
            ? element
            : component.getType();
  }

  private static void assertSame(Rtm again) {
    assertThat(again.ids()).isEqualTo(RTM.ids());
    assertThat(again.requirements()).extracting(r -> r.text()).containsExactlyElementsOf(
        RTM.requirements().stream().map(r -> r.text()).toList());
    assertThat(again.requirements()).extracting(r -> r.status())
        .containsExactlyElementsOf(RTM.requirements().stream().map(r -> r.status()).toList());
    assertThat(again.links()).extracting(Link::requirementId, Link::type, Link::target)
        .containsExactlyInAnyOrderElementsOf(RTM.links().stream()
            .map(l -> tuple(l.requirementId(), l.type(), l.target()))
            .toList());
    assertThat(again.links()).containsExactlyInAnyOrderElementsOf(RTM.links());
    assertThat(again.standings()).isEqualTo(RTM.standings());
    assertThat(again.requirements()).extracting(r -> r.verification())
        .containsExactlyElementsOf(RTM.requirements().stream().map(r -> r.verification()).toList());
    assertThat(again.requirements()).extracting(r -> r.parents())
        .containsExactlyElementsOf(RTM.requirements().stream().map(r -> r.parents()).toList());
  }

  private static Rtm read(String name, byte[] content) {
    return Extraction.of(Documents.withDefaults().read(name, content).passages());
  }

  private static Passage row(int number, String... cells) {
    return Passage.row(List.of(cells), Source.row("a.csv", 1, number, null));
  }
}
