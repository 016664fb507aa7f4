package dev.meanwhile.llm.prompt;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the operator's own prompts are.
///
/// @param dir a folder whose files replace packaged prompts of the same name; unset: none
@ConfigurationProperties("meanwhile.prompts")
public record PromptSettings(@Nullable Path dir) {}
