package dev.meanwhile.generator.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MeanwhileTest
class FileHandlerTest {
  @Autowired
  private Api api;

  @Test
  void aResultTellsFormatStructureAndWhatWasFound() {
    var user = api.newUser().with("Prefer", "wait=30");
    var rst = user.upload("p", "tank.rst", """
      Tank
      ====

      .. req:: Fill level
         :id: TNK_1

         The tank shall be filled.

      .. list-table::

         * - Name
           - Size
      """.getBytes(StandardCharsets.UTF_8));
    var page = user.upload("p", "page.html",
        "<h1>Pump</h1><p>PMP-1: The pump shall start.</p><script></script>"
            .getBytes(StandardCharsets.UTF_8));

    var files = user.post("/api/v1/tasks/process-file",
        Map.of("project_id", "p", "file_ids", List.of(rst, page))).json().path("result")
        .path("files");

    assertThat(files.get(0).path("format").asString()).isEqualTo("rst");
    assertThat(files.get(0).path("requirements").asInt()).isEqualTo(1);
    assertThat(files.get(0).path("passages").asInt()).isEqualTo(3);
    assertThat(files.get(0).path("tables").asInt()).isEqualTo(1);
    assertThat(files.get(0).path("headings").get(0).path("text").asString()).isEqualTo("Tank");
    assertThat(files.get(0).path("headings").get(0).path("where").asString())
        .isEqualTo("tank.rst, line 1");
    assertThat(files.get(1).path("format").asString()).isEqualTo("html");
    assertThat(files.get(1).path("requirements").asInt()).isEqualTo(1);
    assertThat(files.get(1).path("notes").get(0).asString()).contains("scripts");
  }
}
