package dev.meanwhile.trace;

import dev.meanwhile.phrase.Phrasebook;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// How a requirement is to be verified.
///
/// @param methods the methods that the original names, in the order of the enum; empty if it names none
/// @param original the words of the document, also those that name no method, as `Needed` and `Done`
public record Verification(List<Method> methods, String original) {
  private static final Phrasebook BOOK = Phrasebook.of(Verification.class);

  /// The four methods of verification.
  public enum Method {
    INSPECTION, ANALYSIS, DEMONSTRATION, TEST;

    private boolean isNamedIn(String words) {
      return BOOK.phrases(name().toLowerCase(Locale.ROOT)).areIn(words);
    }

    @Override
    public String toString() {
      return name().charAt(0) + Words.lower(name().substring(1));
    }
  }

  public Verification {
    methods = List.copyOf(methods);
  }

  /// Reads the words of a document, a single letter of I, A, D, T included.
  public static Verification of(String original) {
    var found = Stream.of(Method.values())
        .filter(m -> m.isNamedIn(original) || hasLetter(m, original)).toList();
    return new Verification(found, original.strip());
  }

  private static boolean hasLetter(Method method, String original) {
    return Stream.of(original.split("[,;/&+\\s]+", -1))
        .anyMatch(w -> w.equals(method.name().substring(0, 1)));
  }

  /// Whether no test is asked for: inspection or analysis only.
  public boolean excludesTest() {
    return !methods.isEmpty() && !methods.contains(Method.TEST)
        && !methods.contains(Method.DEMONSTRATION);
  }
}
