package dev.meanwhile.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement;
import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.extract.Extraction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Documents of our own in the kinds and wordings that are met in practice: requirements that are gone, and references
/// that leave out what the reader knows.
class UnseenDocumentsTest {
  private static final List<String> FILES = List.of("vault.md", "tram.csv", "tram-tests.csv",
      "scale.rst", "kiosk.docx");
  private static final String NAMESPACE = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

  private record Truth(String file, String what, String test, Set<String> ids) {
    static Truth of(String line) {
      var fields = line.split("\t", -1);
      return new Truth(fields[0], fields[1], fields[2], Set.of(fields[3].split(" ", -1)));
    }
  }

  private final List<Truth> truth = text("truth.tsv").lines().filter(l -> !l.startsWith("#"))
      .map(Truth::of).toList();
  private final Rtm rtm = rtm();

  @Test
  @Tag("MW-RTM-005")
  void whatIsGoneIsMarkedAndNothingElse() {
    var deleted = ids("deleted");
    Set<String> found = rtm.requirements().stream().filter(r -> r.status() == Status.DELETED)
        .map(Requirement::id).collect(Collectors.toCollection(TreeSet::new));

    System.out.printf("deleted: %s%n", figures(found, deleted));
    assertThat(found).isEqualTo(deleted);
    assertThat(rtm.requirements()).filteredOn(r -> r.status() != Status.DELETED)
        .extracting(Requirement::id).containsExactlyInAnyOrderElementsOf(ids("active"));
  }

  @Test
  void shortAndRangedReferencesMeanWhatTheirReadersKnow() {
    var expected = truth.stream().filter(t -> t.what().equals("test"))
        .flatMap(t -> t.ids().stream().map(id -> t.test() + ": " + id))
        .collect(Collectors.toCollection(TreeSet::new));
    var found = Stream.concat(rtm.links().stream(), rtm.unknown().stream())
        .filter(l -> l.type() == Link.Type.TEST)
        .map(l -> l.target() + ": " + l.requirementId())
        .collect(Collectors.toCollection(TreeSet::new));

    System.out.printf("references: %s%n", figures(found, expected));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void whatALineGoesThroughIsNoPartOfAStatement() {
    assertThat(textOf("FR-2")).isEqualTo("The kiosk shall print a receipt on demand.");
    assertThat(textOf("NFR-3")).isEqualTo("The screen shall be read in the sun.");
    assertThat(textOf("NFR-2")).isEqualTo("The kiosk shall weigh at most 80 kg. [deleted]");
  }

  private String textOf(String id) {
    return rtm.requirements().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow()
        .text();
  }

  private Set<String> ids(String what) {
    return truth.stream().filter(t -> t.what().equals(what)).flatMap(t -> t.ids().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String figures(Set<String> found, Set<String> expected) {
    double hits = found.stream().filter(expected::contains).count();
    return "precision %.3f, recall %.3f of %d".formatted(hits / found.size(),
        hits / expected.size(), expected.size());
  }

  private static Rtm rtm() {
    var passages = new ArrayList<Passage>();
    FILES.forEach(f -> passages.addAll(Documents.withDefaults().read(f, content(f)).passages()));
    return Extraction.of(passages);
  }

  private static byte[] content(String file) {
    return file.endsWith(".docx")
        ? word(text(file.replace(".docx", ".txt")))
        : text(file).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String file) {
    try (var in = UnseenDocumentsTest.class.getResourceAsStream("/unseen/" + file)) {
      return new String(in == null ? new byte[0] : in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] word(String lines) {
    var body = new StringBuilder();
    boolean inTable = false;
    for (var line : lines.lines().filter(l -> !l.startsWith("#")).toList()) {
      var rest = line.substring(2);
      boolean row = line.startsWith("r");
      body.append(row && !inTable ? "<w:tbl>" : !row && inTable ? "</w:tbl>" : "");
      inTable = row;
      body.append(row
          ? Stream.of(rest.split("\\|", -1)).map(c -> "<w:tc>" + paragraph(c, "") + "</w:tc>")
              .collect(Collectors.joining("", "<w:tr>", "</w:tr>"))
          : paragraph(rest, line.startsWith("h") ? "<w:outlineLvl w:val=\"0\"/>" : ""));
    }
    body.append(inTable ? "</w:tbl>" : "");
    return zip("<w:document " + NAMESPACE + "><w:body>" + body + "</w:body></w:document>");
  }

  /// Each part of a text is a run: every second one has a line through it.
  private static String paragraph(String text, String properties) {
    var runs = new StringBuilder();
    var parts = text.split("~~", -1);
    for (int i = 0; i < parts.length; i++) {
      runs.append("<w:r>").append(i % 2 == 1 ? "<w:rPr><w:strike/></w:rPr>" : "")
          .append("<w:t>").append(parts[i]).append("</w:t></w:r>");
    }
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
  }

  private static byte[] zip(String document) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("word/document.xml"));
      out.write(document.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
