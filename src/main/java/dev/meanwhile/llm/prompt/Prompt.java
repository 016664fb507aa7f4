package dev.meanwhile.llm.prompt;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A prompt as it lies in `prompts/ID.md`.
///
/// @param id the file's name without `.md`
/// @param version rises with every change of meaning
/// @param variables what the text needs, no more and no less
/// @param text with `{{variable}}` for each
/// @param hash SHA-256 of the whole file in hex, kept with what the prompt helped to make
public record Prompt(String id, int version, Set<String> variables, String text, String hash) {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([a-z][a-z0-9_]*)\\s*}}");

  public Prompt {
    variables = Set.copyOf(variables);
    var used = VARIABLE.matcher(text).results().map(found -> found.group(1))
        .collect(Collectors.toSet());
    if (!used.equals(variables)) {
      throw new IllegalArgumentException("prompt %s declares the variables %s and uses %s"
          .formatted(id, new TreeSet<>(variables), new TreeSet<>(used)));
    }
  }

  /// The text with the values put in, in one pass: braces in a value mean nothing.
  ///
  /// @throws IllegalArgumentException when a value is missing or one too many is given
  public String render(Map<String, String> values) {
    if (!values.keySet().equals(variables)) {
      throw new IllegalArgumentException("prompt %s needs %s and was given %s"
          .formatted(id, new TreeSet<>(variables), new TreeSet<>(values.keySet())));
    }
    return VARIABLE.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(found.group(1)))));
  }
}
