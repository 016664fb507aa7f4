package dev.meanwhile.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsTest {
  @TempDir
  Path folder = Path.of("");

  @Test
  void everyPackagedPromptIsWhole() {
    assertThat(new Prompts(null).all()).containsKeys("structured-format", "structured-repair")
        .allSatisfy((id, prompt) -> assertThat(prompt.hash()).hasSize(64));
  }

  @Test
  void valuesArePutInOnceAndVerbatim() {
    var prompt = PromptFile.parse("p",
        "---\nid: p\nversion: 1\nvariables: a, b\n---\n{{a}} and {{ b }}, {{a}}");

    assertThat(prompt.render(Map.of("a", "{{b}} $1 \\", "b", "x")))
        .isEqualTo("{{b}} $1 \\ and x, {{b}} $1 \\");
  }

  @Test
  void missingAndSurplusValuesAreRefused() {
    var prompt = PromptFile.parse("p", "---\nid: p\nversion: 1\nvariables: [a]\n---\n{{a}}");

    assertThatThrownBy(() -> prompt.render(Map.of())).hasMessageContaining("needs [a]");
    assertThatThrownBy(() -> prompt.render(Map.of("a", "1", "b", "2")))
        .hasMessageContaining("was given [a, b]");
  }

  @Test
  void malformedFilesAreRefusedByName() {
    assertThatThrownBy(() -> PromptFile.parse("p", "no front matter")).hasMessageContaining("p.md");
    assertThatThrownBy(() -> PromptFile.parse("p", "---\nid: q\nversion: 1\n---\nx"))
        .hasMessageContaining("id q");
    assertThatThrownBy(() -> PromptFile.parse("p", "---\nid: p\n---\nx"))
        .hasMessageContaining("version");
    assertThatThrownBy(() -> PromptFile.parse("p", "---\nid: p\nversion: 1\n---\n{{a}}"))
        .hasMessageContaining("declares");
    assertThatThrownBy(() -> PromptFile.parse("p", "---\nid: p\nversion: 1\nmodel: x\n---\n"))
        .hasMessageContaining("unknown line");
  }

  @Test
  void theOperatorsFolderReplacesAPromptOfTheSameVariables() throws Exception {
    Files.writeString(folder.resolve("structured-repair.md"),
        "---\nid: structured-repair\nversion: 7\nvariables: flaws\n---\nMine: {{flaws}}");

    var prompts = new Prompts(folder);

    assertThat(prompts.render("structured-repair", Map.of("flaws", "x"))).isEqualTo("Mine: x");
    assertThat(prompts.get("structured-repair").version()).isEqualTo(7);
  }

  @Test
  void aReplacementWithOtherVariablesIsRefusedAtStart() throws Exception {
    Files.writeString(folder.resolve("structured-repair.md"),
        "---\nid: structured-repair\nversion: 7\nvariables: other\n---\n{{other}}");

    assertThatThrownBy(() -> new Prompts(folder)).hasMessageContaining("structured-repair");
  }
}
