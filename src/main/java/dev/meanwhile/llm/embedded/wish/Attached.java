package dev.meanwhile.llm.embedded.wish;

import dev.meanwhile.phrase.Phrases;
import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.llm.embedded.said.Said;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The files that were attached in a conversation, and which of them a message without any speaks of.
final class Attached {
  private static final Phrasebook BOOK = Phrasebook.of(Attached.class);
  private static final Phrases OTHER = BOOK.phrases("other");
  private static final Phrases FORMAT = BOOK.phrases("format");
  private static final Map<String, String> ENDINGS = Map.of("word", "docx", "excel", "xlsx",
      "markdown", "md");

  private final List<Said.File> newest;
  private final List<Said.File> all;

  private Attached(List<Said.File> newest, List<Said.File> all) {
    this.newest = newest;
    this.all = all;
  }

  static Attached in(Talk talk) {
    var messages = talk.newestFirst().stream().map(turn -> turn.said().files())
        .filter(files -> !files.isEmpty()).toList();
    var all = new LinkedHashSet<Said.File>();
    messages.forEach(all::addAll);
    return new Attached(messages.isEmpty() ? List.of() : messages.getFirst(), List.copyOf(all));
  }

  /// Those that the words name, tell by their format, or call the other one; none if they speak of no certain file.
  List<Said.File> meant(String words) {
    var lower = words.toLowerCase(Locale.ROOT);
    var named = all.stream().filter(it -> isNamed(it, lower)).toList();
    if (!named.isEmpty()) {
      return named;
    }
    var format = FORMAT.in(lower);
    if (format.find()) {
      var ending = "." + ENDINGS.getOrDefault(format.group(1), format.group(1));
      return first(it -> it.name().toLowerCase(Locale.ROOT).endsWith(ending));
    }
    return OTHER.areIn(lower) ? first(it -> !newest.contains(it)) : List.of();
  }

  /// What was made of a file is called like it, with an ending more.
  private static boolean isNamed(Said.File file, String lower) {
    var name = Pattern.quote(file.name().toLowerCase(Locale.ROOT));
    return Pattern.compile("(?<![\\w.-])" + name + "(?![\\w-]|\\.\\w)").matcher(lower).find();
  }

  private List<Said.File> first(Predicate<Said.File> like) {
    return all.stream().filter(like).findFirst().map(List::of).orElse(List.of());
  }

  /// Their names, for a question; empty if there is none to ask about.
  String names() {
    return all.stream().map(it -> "`" + it.name() + "`").distinct()
        .collect(Collectors.joining(", "));
  }
}
