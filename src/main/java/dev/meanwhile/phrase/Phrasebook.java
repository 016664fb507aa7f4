package dev.meanwhile.phrase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Families of phrases by which a class knows sentences, from a text beside it. In such a text a family has its name in
/// brackets, and each of its patterns (of `java.util.regex`) begins a line; lines below that begin with a blank go on
/// with it, lines that begin with `>` are sentences that it is there for. `name = pattern` stands for a pattern that
/// others mention as `{name}`; it must come before them. A line that begins with `#` says what something is.
public final class Phrasebook {
  private static final Pattern FAMILY = Pattern.compile("\\[([a-z]+(?: [a-z]+){0,5})]");
  private static final Pattern PART = Pattern.compile("([a-z]+(?:_[a-z]+){0,3}) = (.+)");
  private static final Pattern MENTION = Pattern.compile("\\{([a-z]+(?:_[a-z]+){0,3})}");

  private final Map<String, Phrases> families = new LinkedHashMap<>();

  private Phrasebook(String text) {
    var parts = new HashMap<String, String>();
    var found = new LinkedHashMap<String, List<Phrases.Phrase>>();
    for (var entry : entries(text)) {
      var family = FAMILY.matcher(entry.words());
      var part = PART.matcher(entry.words());
      if (family.matches()) {
        found.put(family.group(1), new ArrayList<>());
      } else if (part.matches()) {
        parts.put(part.group(1), whole(part.group(2), parts));
      } else {
        found.lastEntry().getValue()
            .add(new Phrases.Phrase(whole(entry.words(), parts), entry.examples()));
      }
    }
    found.forEach((name, phrases) -> families.put(name, new Phrases(name, phrases)));
  }

  /// The book of a class: the text of its name that lies beside it.
  ///
  /// @throws IllegalArgumentException there is none, or it mentions what it doesn't explain
  public static Phrasebook of(Class<?> reader) {
    return new Phrasebook(read(reader));
  }

  /// The family of a name.
  ///
  /// @throws IllegalArgumentException the book has none
  public Phrases phrases(String name) {
    var phrases = families.get(name);
    if (phrases == null) {
      throw new IllegalArgumentException("no phrases [" + name + "] among " + families.keySet());
    }
    return phrases;
  }

  /// All families, in the order of the text.
  public Collection<Phrases> families() {
    return families.values();
  }

  private static String read(Class<?> reader) {
    var file = reader.getSimpleName() + ".txt";
    try (InputStream text = reader.getResourceAsStream(file)) {
      if (text == null) {
        throw new IllegalArgumentException("no phrases in " + file);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// A line with those that go on with it, and the examples below.
  private record Entry(String words, List<String> examples) {
    Entry(String words) {
      this(words, new ArrayList<>());
    }
  }

  private static List<Entry> entries(String text) {
    var entries = new ArrayList<Entry>();
    for (var line : text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList()) {
      if (line.startsWith("> ")) {
        entries.getLast().examples().add(line.substring(2));
      } else if (line.startsWith(" ")) {
        entries.add(new Entry(entries.removeLast().words() + line.stripLeading()));
      } else {
        entries.add(new Entry(line));
      }
    }
    return entries;
  }

  private static String whole(String pattern, Map<String, String> parts) {
    return MENTION.matcher(pattern).replaceAll(mention -> part(mention, parts));
  }

  private static String part(MatchResult mention, Map<String, String> parts) {
    var part = parts.get(mention.group(1));
    if (part == null) {
      throw new IllegalArgumentException(mention.group() + " isn't explained above its mention");
    }
    return Matcher.quoteReplacement(part);
  }
}
