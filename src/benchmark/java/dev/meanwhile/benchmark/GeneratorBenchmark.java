package dev.meanwhile.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// How long 400 requirements take from an uploaded document to their matrix, their test cases and their coverage, over
/// HTTP and the engine, without a model.
@Tag("benchmark")
@MeanwhileTest
class GeneratorBenchmark {
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
  private static final int REQUIREMENTS = 400;
  /// What is promised for all three together, in seconds.
  private static final double MOST = 10;
  /// Each names conditions, figures or a refusal in another way, so that every technique of design has work.
  private static final List<String> SENTENCES = List.of(
      "The pump %d shall stop within %d seconds after the alarm.",
      "If the pressure of vessel %d exceeds %d kPa, the controller shall open the relief valve.",
      "The name of channel %d shall hold at most %d characters.",
      "While heater %d is on, the display shall show its temperature every %d seconds.",
      "The gate %d shall not accept more than %d requests at a time.",
      "When operator %d has been idle for %d minutes, the console shall lock itself.",
      "The log of unit %d shall keep each entry for at least %d days.",
      "The level of tank %d shall be between 5 and %d percent.");

  @Autowired
  Api nobody;

  @Test
  void measure() throws IOException {
    var docx = run("srs.docx", docx());
    var csv = run("srs.csv", csv().getBytes(StandardCharsets.UTF_8));
    System.out.printf("%n| %d requirements, s (p50 / p95 / max) | first run | %s | together |%n"
        + "|---|---|---|---|%n", REQUIREMENTS, "matrix; cases; coverage");
    docx.print("DOCX");
    csv.print("CSV");
    assertThat(docx.whole.at(1)).isLessThan(MOST);
    assertThat(csv.whole.at(1)).isLessThan(MOST);
  }

  /// What was measured with one document.
  ///
  /// @param parts seconds of each task, by its slug
  private record Times(Map<String, Figures> parts, Figures whole, double first) {
    void print(String name) {
      System.out.printf("| %s | %.2f | %s | %s |%n", name, first, parts.values().stream()
          .map(figures -> "%.2f".formatted(figures.median())).collect(Collectors.joining("; ")),
          seconds(whole));
    }

    private static String seconds(Figures figures) {
      return "%.2f / %.2f / %.2f".formatted(figures.median(), figures.at(.95), figures.at(1));
    }
  }

  private Times run(String name, byte[] document) {
    double first = once(name, document, new LinkedHashMap<>());
    var parts = new LinkedHashMap<String, Figures>();
    var whole = new Figures();
    for (int round = 0; round < ROUNDS; round++) {
      whole.add(once(name, document, parts));
    }
    whole.add(first);
    return new Times(parts, whole, first);
  }

  /// Seconds from the upload to the end of the coverage.
  private double once(String name, byte[] document, Map<String, Figures> parts) {
    var user = nobody.newUser().with("Prefer", "wait=30");
    long start = System.nanoTime();
    var file = user.upload("p", name, document);
    var rtm = timed(parts, user, "generate-rtm", Map.of("project_id", "p", "file_ids",
        List.of(file)));
    var cases = timed(parts, user, "generate-test-cases", Map.of("project_id", "p",
        "rtm_from_task", rtm.path("task_id").asString()));
    var coverage = timed(parts, user, "coverage-analysis", Map.of("project_id", "p"));
    double seconds = (System.nanoTime() - start) / 1e9;
    assertThat(rtm.path("result").path("requirements").asInt()).isEqualTo(REQUIREMENTS);
    assertThat(cases.path("result").path("total_count").asInt()).isGreaterThan(REQUIREMENTS);
    assertThat(coverage.path("result").path("covered").asInt()).isEqualTo(REQUIREMENTS);
    return seconds;
  }

  private static JsonNode timed(Map<String, Figures> parts, Api user, String slug,
      Map<String, ?> input) {
    long start = System.nanoTime();
    var task = user.post("/api/v1/tasks/" + slug, input).json();
    parts.computeIfAbsent(slug, _ -> new Figures()).add((System.nanoTime() - start) / 1e9);
    assertThat(task.path("status").asString()).as(task.toPrettyString()).isEqualTo("completed");
    return task;
  }

  private static String requirement(int number) {
    return SENTENCES.get(number % SENTENCES.size()).formatted(number, 10 + number % 80);
  }

  private static String csv() {
    return IntStream.range(0, REQUIREMENTS).mapToObj(n -> "REQ-%03d,\"%s\"".formatted(n,
        requirement(n))).collect(Collectors.joining("\n", "ID,Requirement\n", "\n"));
  }

  /// A heading for each twenty requirements, a paragraph for each of them.
  private static byte[] docx() throws IOException {
    var body = new StringBuilder();
    for (int n = 0; n < REQUIREMENTS; n++) {
      if (n % 20 == 0) {
        body.append("<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Part ")
            .append(n / 20 + 1).append("</w:t></w:r></w:p>");
      }
      body.append("<w:p><w:r><w:t>REQ-%03d: %s</w:t></w:r></w:p>".formatted(n, requirement(n)));
    }
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      entry(zip, "[Content_Types].xml", """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" \
        ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Override PartName="/word/document.xml" ContentType="application/\
        vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
      entry(zip, "_rels/.rels", """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/\
        relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
      entry(zip, "word/document.xml", """
        <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
        <w:body>%s</w:body></w:document>""".formatted(body));
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
