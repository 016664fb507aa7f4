package dev.meanwhile.llm.prompt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads one prompt file: front matter between two lines of `---`, then the text.
final class PromptFile {
  private static final String FENCE = "---\n";
  private static final Set<String> KNOWN = Set.of("id", "version", "description", "variables");

  private PromptFile() {}

  static Prompt parse(String name, String content) {
    var file = content.replace("\r\n", "\n");
    int end = file.startsWith(FENCE) ? file.indexOf("\n" + FENCE, FENCE.length() - 1) : -1;
    if (end < 0) {
      throw bad(name, "has no front matter between two lines of ---");
    }
    var matter = frontMatter(name, file.substring(FENCE.length(), end + 1));
    if (!name.equals(matter.get("id"))) {
      throw bad(name, "has the id " + matter.get("id"));
    }
    return new Prompt(name, version(name, matter), variables(matter),
        file.substring(end + 1 + FENCE.length()).strip(), sha256(file));
  }

  private static Map<String, String> frontMatter(String name, String lines) {
    var matter = new HashMap<String, String>();
    for (var line : lines.lines().filter(it -> !it.isBlank()).toList()) {
      int colon = line.indexOf(':');
      var key = colon < 0 ? line : line.substring(0, colon).strip();
      if (colon < 0 || !KNOWN.contains(key)) {
        throw bad(name, "has an unknown line in its front matter: " + line);
      }
      matter.put(key, line.substring(colon + 1).strip());
    }
    return matter;
  }

  private static int version(String name, Map<String, String> matter) {
    try {
      return Integer.parseInt(matter.getOrDefault("version", ""));
    } catch (NumberFormatException _) {
      throw bad(name, "has no version number");
    }
  }

  private static Set<String> variables(Map<String, String> matter) {
    var list = matter.getOrDefault("variables", "").replaceAll("[\\[\\]\\s]", "");
    return Arrays.stream(list.split(",")).filter(it -> !it.isEmpty()).collect(Collectors.toSet());
  }

  private static String sha256(String file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(file.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static IllegalArgumentException bad(String name, String what) {
    return new IllegalArgumentException("prompt %s.md %s".formatted(name, what));
  }
}
