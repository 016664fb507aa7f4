package dev.meanwhile.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a model is really sent is kept word for word in `src/test/resources/golden`, so that a change of a prompt is seen
/// as what it changes. Prompts with parts that a generator writes are rendered in that generator's test.
class GoldenPromptsTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final Prompts PROMPTS = new Prompts(null);

  @Test
  void everyPackagedPromptHasItsGoldenText() throws IOException {
    try (var files = Files.list(GOLDEN)) {
      assertThat(files.map(f -> f.getFileName().toString().replace(".txt", "")).toList())
          .containsExactlyInAnyOrderElementsOf(PROMPTS.all().keySet());
    }
  }

  @Test
  void theAgentAndTheStructuredAsksAreToldWhatTheGoldenTextsSay() throws IOException {
    assertThat(PROMPTS.render("agent-system", Map.of("model", "model-1")))
        .isEqualToNormalizingNewlines(golden("agent-system"));
    assertThat(PROMPTS.render("structured-format", Map.of("schema", "{ \"type\" : \"object\" }")))
        .isEqualToNormalizingNewlines(golden("structured-format"));
    assertThat(PROMPTS.render("structured-repair",
        Map.of("flaws", "- /cases: is missing\n- {{flaws}}")))
        .isEqualToNormalizingNewlines(golden("structured-repair"));
  }

  private static String golden(String id) throws IOException {
    return Files.readString(GOLDEN.resolve(id + ".txt"), StandardCharsets.UTF_8).strip();
  }
}
