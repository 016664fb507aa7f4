package dev.meanwhile.llm.prompt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// All prompts, read and checked once at start. A file in the operator's folder replaces the packaged one of its name.
public final class Prompts {
  private static final String SUFFIX = ".md";

  private final Map<String, Prompt> byId = new TreeMap<>();

  /// Reads the packaged prompts, then the operator's.
  ///
  /// @param folder the operator's folder, if there is one
  /// @throws IllegalArgumentException when a file is malformed, or an operator's file fits no packaged one
  public Prompts(@Nullable Path folder) {
    readPackaged();
    if (folder != null) {
      readFolder(folder);
    }
  }

  private void readPackaged() {
    try {
      for (var file : new PathMatchingResourcePatternResolver()
          .getResources("classpath*:prompts/*" + SUFFIX)) {
        var id = id(String.valueOf(file.getFilename()));
        byId.put(id, PromptFile.parse(id, file.getContentAsString(StandardCharsets.UTF_8)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void readFolder(Path folder) {
    try (var files = Files.list(folder)) {
      for (var file : files.filter(it -> it.toString().endsWith(SUFFIX)).sorted().toList()) {
        var id = id(String.valueOf(file.getFileName()));
        replace(PromptFile.parse(id, Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("meanwhile.prompts.dir " + folder + " can't be read", e);
    }
  }

  private void replace(Prompt own) {
    var packaged = byId.get(own.id());
    if (packaged == null || !packaged.variables().equals(own.variables())) {
      throw new IllegalArgumentException(
          "prompt %s.md in meanwhile.prompts.dir replaces no prompt with the variables %s"
              .formatted(own.id(), own.variables()));
    }
    byId.put(own.id(), own);
  }

  private static String id(String fileName) {
    return fileName.substring(0, fileName.length() - SUFFIX.length());
  }

  /// The prompt of this ID.
  public Prompt get(String id) {
    var prompt = byId.get(id);
    if (prompt == null) {
      throw new IllegalArgumentException("no prompt " + id);
    }
    return prompt;
  }

  /// The prompt's text with the values put in; see [Prompt#render].
  public String render(String id, Map<String, String> values) {
    return get(id).render(values);
  }

  /// Every prompt by its ID.
  public Map<String, Prompt> all() {
    return Map.copyOf(byId);
  }
}
