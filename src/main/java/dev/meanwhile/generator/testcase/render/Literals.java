package dev.meanwhile.generator.testcase.render;

import dev.meanwhile.trace.Words;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// String literals in nothing but ASCII, which no text can break out of.
final class Literals {
  /// Java's class files hold no longer constant than 65,535 bytes; this many escaped characters are well below.
  private static final int JAVA_CONSTANT_CHARACTERS = 10_000;

  private static final Pattern HALF_THEN_BACKSLASH = Pattern
      .compile("(\\\\ud[89ab][0-9a-f]{2})\\\\\\\\");

  private Literals() {}

  static String python(String text) {
    return text.codePoints().mapToObj(Literals::pythonCharacter)
        .collect(Collectors.joining("", "\"", "\""));
  }

  static String python(List<String> texts) {
    return texts.stream().map(Literals::python).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String pythonCharacter(int c) {
    return c > 0xFFFF ? "\\U%08x".formatted(c) : jsonCharacter(c);
  }

  /// A string as JSON and JavaScript have it.
  static String json(String text) {
    return text.chars().mapToObj(Literals::jsonCharacter)
        .collect(Collectors.joining("", "\"", "\""));
  }

  static String json(List<String> texts) {
    return texts.stream().map(Literals::json).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String jsonCharacter(int c) {
    return isPlain(c) ? Character.toString(c) : switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '"', '\\' -> "\\" + (char) c;
      default -> "\\u%04x".formatted(c);
    };
  }

  static String java(String text) {
    if (text.length() <= JAVA_CONSTANT_CHARACTERS) {
      return javaConstant(text);
    }
    int parts = (text.length() + JAVA_CONSTANT_CHARACTERS - 1) / JAVA_CONSTANT_CHARACTERS;
    return IntStream.range(0, parts)
        .mapToObj(i -> javaConstant(text.substring(i * JAVA_CONSTANT_CHARACTERS,
            Math.min(text.length(), (i + 1) * JAVA_CONSTANT_CHARACTERS))))
        .collect(Collectors.joining(", ", "String.join(\"\", ", ")"));
  }

  static String java(List<String> texts) {
    return texts.stream().map(Literals::java).collect(Collectors.joining(", ", "List.of(", ")"));
  }

  /// Behind half a pair the compiler looks for the other half and takes any backslash for its beginning.
  private static String javaConstant(String text) {
    var constant = text.chars().mapToObj(Literals::javaCharacter)
        .collect(Collectors.joining("", "\"", "\""));
    return HALF_THEN_BACKSLASH.matcher(constant).replaceAll("$1\\\\134");
  }

  /// The compiler turns `\\uXXXX` into the character before it looks for strings, so what ends a line is written in
  /// octal.
  private static String javaCharacter(int c) {
    return c < ' ' && c != '\n' && c != '\r' && c != '\t'
        ? "\\%03o".formatted(c)
        : jsonCharacter(c);
  }

  private static boolean isPlain(int c) {
    return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
  }

  /// A cell of Robot Framework: no separator, comment, variable, named argument or continuation.
  static String robot(String text) {
    if (text.isEmpty()) {
      return "\\";
    }
    var cell = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      robotCharacter(cell, text, i);
    }
    return cell.toString();
  }

  private static void robotCharacter(StringBuilder cell, String text, int i) {
    int c = text.codePointAt(i);
    if (c == ' ') {
      boolean single = i > 0 && i < text.length() - 1 && text.charAt(i - 1) != ' ';
      cell.append(single ? " " : "\\x20");
    } else if (c > 0xFFFF) {
      cell.append("\\U%08x".formatted(c));
    } else if (c < ' ' || c >= 0x7F) {
      cell.append("\\u%04x".formatted(c));
    } else {
      boolean special = "\\$@&%#=|*.-".indexOf(c) >= 0 && (i == 0 || "\\$@&%=".indexOf(c) >= 0);
      cell.append(special ? "\\" : "").append((char) c);
    }
  }

  /// A cell of a Gherkin table: the text itself, or where Gherkin would change it, the text as JSON has it.
  static String gherkin(String text) {
    boolean plain = !text.isEmpty() && text.charAt(0) != '"' && isVisible(text.charAt(0))
        && isVisible(text.charAt(text.length() - 1))
        && text.codePoints().noneMatch(Literals::breaksLines);
    return (plain ? text : json(text)).replace("\\", "\\\\").replace("|", "\\|");
  }

  private static boolean isVisible(char c) {
    return (c > ' ' && c < 0x7F) || Character.isLetterOrDigit(c);
  }

  private static boolean breaksLines(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE, Character.UNASSIGNED, Character.FORMAT ->
        true;
      default -> false;
    };
  }

  /// A name in lower-case ASCII letters, digits and underscores.
  static String name(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("_$", "");
  }

  /// A name for people and reports: the ID, with underscores for what isn't a letter, a digit or `-._`.
  static String symbol(String id) {
    return Words.oneLine(visible(id)).replaceAll("[^\\p{L}\\p{Nd}._-]+", "_");
  }

  /// A text on one line without what no report can hold.
  static String visible(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\p{Cs}\\uFFFE\\uFFFF]+", " ");
  }
}
