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
/// others mention as `{name}`; it must come before them. `< Other` takes over what stands so in the book of that class of
/// the same package, `< feature.part.Other` in that of a class of another one, named from the ground. A line that begins with `#` says what something is.
public final class Phrasebook {
  private static final Pattern FAMILY = Pattern.compile("\\[([a-z]+(?: [a-z]+){0,5})]");
  private static final Pattern PART = Pattern.compile("([a-z]+(?:_[a-z]+){0,3}) = (.+)");
  private static final Pattern TAKEN = Pattern.compile("< ((?:[a-z]+\\.)*)(\\w+)");
  private static final Pattern MENTION = Pattern.compile("\\{([a-z]+(?:_[a-z]+){0,3})}");

  /// The package that holds all others.
  private static final String GROUND = Phrasebook.class.getPackageName().substring(0,
      Phrasebook.class.getPackageName().lastIndexOf('.') + 1);

  private final Map<String, String> parts = new HashMap<>();
  private final Map<String, Phrases> families = new LinkedHashMap<>();

  private Phrasebook(String home, String name) {
    var found = new LinkedHashMap<String, List<Phrases.Phrase>>();
    for (var entry : entries(read(home, name))) {
      var family = FAMILY.matcher(entry.words());
      var part = PART.matcher(entry.words());
      var taken = TAKEN.matcher(entry.words());
      if (family.matches()) {
        found.put(family.group(1), new ArrayList<>());
      } else if (taken.matches()) {
        var other = taken.group(1).isEmpty() ? home : GROUND + taken.group(1);
        parts.putAll(new Phrasebook(other, taken.group(2)).parts);
      } else if (part.matches()) {
        parts.put(part.group(1), whole(part.group(2)));
      } else {
        found.lastEntry().getValue()
            .add(new Phrases.Phrase(whole(entry.words()), entry.examples()));
      }
    }
    found.forEach((family, phrases) -> families.put(family, new Phrases(family, phrases)));
  }

  /// The book of a class: the text of its name that lies beside it.
  ///
  /// @throws IllegalArgumentException there is none, or it mentions what it doesn't explain
  public static Phrasebook of(Class<?> reader) {
    return new Phrasebook(reader.getPackageName() + ".", reader.getSimpleName());
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

  private static String read(String home, String name) {
    var file = name + ".txt";
    try (InputStream text = Phrasebook.class
        .getResourceAsStream("/" + home.replace('.', '/') + file)) {
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

  private String whole(String pattern) {
    return MENTION.matcher(pattern).replaceAll(this::part);
  }

  private String part(MatchResult mention) {
    var part = parts.get(mention.group(1));
    if (part == null) {
      throw new IllegalArgumentException(mention.group() + " isn't explained above its mention");
    }
    return Matcher.quoteReplacement(part);
  }
}
