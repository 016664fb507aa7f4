package dev.meanwhile.generator.testcase;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// String literals in nothing but ASCII, which no text can break out of.
final class Literals {
  /// Java's class files hold no longer constant than 65,535 bytes; this many escaped characters are well below.
  private static final int JAVA_CONSTANT_CHARACTERS = 10_000;

  private Literals() {}

  static String python(String text) {
    return text.codePoints().mapToObj(Literals::pythonCharacter)
        .collect(Collectors.joining("", "\"", "\""));
  }

  private static String pythonCharacter(int c) {
    if (isPlain(c)) {
      return Character.toString(c);
    }
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '"', '\\' -> "\\" + (char) c;
      default -> c > 0xFFFF ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c);
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

  private static String javaConstant(String text) {
    return text.chars().mapToObj(Literals::javaCharacter)
        .collect(Collectors.joining("", "\"", "\""));
  }

  /// The compiler turns `\\uXXXX` into the character before it looks for strings, so what ends a line is written in
  /// octal.
  private static String javaCharacter(int c) {
    if (isPlain(c)) {
      return String.valueOf((char) c);
    }
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '"', '\\' -> "\\" + (char) c;
      default -> c < 0x80 ? "\\%03o".formatted(c) : "\\u%04x".formatted(c);
    };
  }

  private static boolean isPlain(int c) {
    return c >= ' ' && c < 0x7F && c != '"' && c != '\\';
  }

  /// A name in lower-case ASCII letters, digits and underscores.
  static String name(String text) {
    return text.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("_$",
        "");
  }
}
