package dev.meanwhile.trace.extract.id;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Resolves what test documents write for requirement IDs: `1003; 8000`, `HK2000.1-3`, `CF1001 through CF1004`. What is
/// meant follows from the IDs that there are and from the reference before.
public final class References {
  private static final int LONGEST_RANGE = 200;
  private static final int ANALYSED_CHARACTERS = 4_000;
  private static final Pattern DASH = Pattern.compile("[\u2010-\u2015\u2212]");
  private static final Pattern TOKEN = Pattern.compile(
      "(?<![\\w/#.-])" + Ids.SIGNED
          + "(?![\\w#/])|[A-Za-z](?:[\\w~]|[.~-](?=\\w))*+|(?:(?<!\\.)\\.)?\\d+[a-z]?(?:[.-]\\d+[a-z]?)*+(?![A-Za-z])");
  private static final Pattern FUSED = Pattern
      .compile("(.{0,60}?\\d[a-z]?)-(\\.?\\d.{0,30}|[A-Za-z].{0,60}\\d)");
  private static final Pattern RANGE = Pattern.compile(
      "\\s*(?:-|\\.{2,3}|\u2026|through|thru|to|until)\\s*",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern RANGE_WORD = Pattern.compile("through|thru|to|until",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE = Pattern
      .compile("([A-Za-z][\\w.-]{0,30}?)[-_.]?(?:[xXnN]{1,4})?");
  private static final Pattern SEPARATORS = Pattern.compile("[-_.~]+$");
  private static final Pattern ZEROS = Pattern.compile("^0+(?=\\d)");
  private static final Pattern FAMILY = Pattern.compile("\\b([A-Z]{1,6}) (?=\\d)");
  private static final Pattern NUMBER = Pattern.compile("(\\d+)(\\D*)$");

  private final Set<String> known;
  private final Map<String, String> knownLower = new TreeMap<>();
  /// The prefixes of the IDs, by what they are without separators at their end, in lower case.
  private final Map<String, String> families = new TreeMap<>();
  private final Map<String, String> context;

  /// @param known every ID that a document defines
  /// @param mentioned the full IDs that each document names, by its name
  public References(Collection<String> known, Map<String, List<String>> mentioned) {
    this.known = new LinkedHashSet<>(known);
    known.forEach(id -> knownLower.putIfAbsent(id.toLowerCase(Locale.ROOT), id));
    known.stream().map(References::prefix).distinct()
        .forEach(prefix -> families.putIfAbsent(bare(prefix), prefix));
    context = new TreeMap<>();
    mentioned.forEach((file, ids) -> {
      var prefix = commonPrefix(ids);
      if (prefix != null) {
        context.put(file, prefix);
      }
    });
  }

  /// The IDs that a text names, in order, each once; an ID that no document defines is one of them.
  public List<String> in(String text, String file) {
    if (known.contains(text.strip())) {
      return List.of(text.strip());
    }
    var plain = DASH.matcher(text.substring(0, Math.min(text.length(), ANALYSED_CHARACTERS)))
        .replaceAll("-");
    var found = new LinkedHashSet<String>();
    var tokens = TOKEN.matcher(plain);
    String last = null;
    int end = 0;
    boolean range = false;
    String family = null;
    while (tokens.find()) {
      var token = tokens.group();
      if (RANGE_WORD.matcher(token).matches()) {
        range = true;
        continue;
      }
      var named = family(token);
      if (named != null) {
        family = named;
        continue;
      }
      range = last != null
          && (range || RANGE.matcher(plain).region(end, tokens.start()).matches());
      boolean another = family != null && last != null && !prefix(last).equals(family);
      var ids = ids(token, another ? null : last, family == null ? context.get(file) : family);
      if (range && last != null && !ids.isEmpty()) {
        found.addAll(between(last, ids.getFirst()));
      }
      found.addAll(ids);
      last = ids.isEmpty() ? last : ids.getLast();
      family = Character.isLetter(token.charAt(0)) ? null : family;
      end = tokens.end();
      range = false;
    }
    return List.copyOf(found);
  }

  /// Whether a document defines the ID.
  public boolean isKnown(String id) {
    return known.contains(id);
  }

  /// Whether a text could be a list of references and nothing else.
  public static boolean isList(String text) {
    var named = FAMILY.matcher(DASH.matcher(text).replaceAll("-")).replaceAll("$1-");
    var rest = TOKEN.matcher(named).replaceAll(
        token -> token.group().chars().anyMatch(Character::isDigit)
            || RANGE_WORD.matcher(token.group()).matches() || token.group().equals("and")
            || Ids.isId(token.group()) ? "" : "x");
    return !text.isBlank() && rest.matches("[\\s;,/&.\\-\\[\\]()]*");
  }

  private List<String> ids(String token, @Nullable String last, @Nullable String family) {
    var exact = exact(token);
    if (exact != null) {
      return List.of(exact);
    }
    var fused = FUSED.matcher(token);
    if (fused.matches()) {
      var from = single(fused.group(1), last, family);
      var to = from == null ? null : single(fused.group(2), from, family);
      if (from != null && to != null && (known.contains(from) || known.contains(to))) {
        var ids = new ArrayList<>(List.of(from));
        ids.addAll(between(from, to));
        ids.add(to);
        return ids;
      }
    }
    var id = single(token, last, family);
    return id == null ? List.of() : List.of(id);
  }

  private @Nullable String exact(String token) {
    return known.contains(token) ? token : knownLower.get(token.toLowerCase(Locale.ROOT));
  }

  private @Nullable String single(String token, @Nullable String last, @Nullable String family) {
    var exact = exact(token);
    if (exact != null) {
      return exact;
    }
    if (Character.isLetter(token.charAt(0))) {
      return Ids.isId(token) && Ids.isSure(token) ? token : null;
    }
    return shortened(token, last, family);
  }

  /// What a number means: a sibling of the reference before, or an ID without its prefix.
  private @Nullable String shortened(String token, @Nullable String last,
      @Nullable String prefix) {
    var options = new ArrayList<String>();
    if (last != null) {
      var above = Ids.above(last);
      if (token.startsWith(".")) {
        options.add((above == null ? last : above) + token);
        options.add(last + token);
      } else {
        options.add(prefix(last) + token);
        if (above != null) {
          options.add(above + "." + token);
        }
        options.add(withTail(last, token));
      }
    }
    if (prefix != null && !token.startsWith(".")) {
      options.add(prefix + token);
    }
    for (var option : options) {
      if (known.contains(option)) {
        return option;
      }
    }
    var family = prefix == null && last != null ? prefix(last) : prefix;
    if (token.startsWith(".")) {
      return null;
    }
    var padded = padded(token, last == null ? family : prefix(last));
    return padded == null ? only(token, family) : padded;
  }

  /// The prefix that a word before a number names, as `FR 3` does for `FR-003`; null if no ID begins so.
  private @Nullable String family(String token) {
    var bare = BARE.matcher(token);
    return exact(token) != null || !bare.matches()
        ? null
        : families.get(bare.group(1).toLowerCase(Locale.ROOT));
  }

  private static String bare(String prefix) {
    return SEPARATORS.matcher(prefix).replaceFirst("").toLowerCase(Locale.ROOT);
  }

  /// The one ID with this prefix and this number, however many zeros stand before it.
  private @Nullable String padded(String token, @Nullable String prefix) {
    if (prefix == null || !token.chars().allMatch(Character::isDigit)) {
      return null;
    }
    var same = known.stream().filter(id -> prefix(id).equals(prefix))
        .filter(id -> withoutZeros(id.substring(prefix.length())).equals(withoutZeros(token)))
        .limit(2).toList();
    return same.size() == 1 ? same.getFirst() : null;
  }

  private static String withoutZeros(String number) {
    return ZEROS.matcher(number).replaceFirst("");
  }

  /// The one ID that ends like this, or, for a number as long as the others, the ID that it would be.
  private @Nullable String only(String token, @Nullable String prefix) {
    var ending = known.stream().filter(id -> id.substring(prefix(id).length()).equals(token))
        .limit(2).toList();
    if (ending.size() == 1) {
      return ending.getFirst();
    }
    boolean alike = prefix != null && known.stream().filter(id -> prefix(id).equals(prefix))
        .anyMatch(id -> digits(id.substring(prefix.length())) == digits(token));
    return alike && digits(token) >= 3 ? prefix + token : null;
  }

  private static long digits(String text) {
    return text.chars().takeWhile(Character::isDigit).count();
  }

  /// `CF1001` with the tail `4` is `CF1004`.
  private static String withTail(String id, String tail) {
    return tail.length() < id.length() ? id.substring(0, id.length() - tail.length()) + tail : tail;
  }

  /// What lies between two IDs of the same depth, both excluded.
  private List<String> between(String from, String to) {
    var first = NUMBER.matcher(from);
    var last = NUMBER.matcher(to);
    if (!first.find() || !last.find()
        || !from.substring(0, first.start()).equals(to.substring(0, last.start()))
        || first.group(1).length() > 9 || last.group(1).length() > 9) {
      return List.of();
    }
    int low = Integer.parseInt(first.group(1));
    int high = Integer.parseInt(last.group(1));
    var stem = from.substring(0, first.start());
    var between = new ArrayList<String>();
    for (int n = low + 1; n < high && n - low <= LONGEST_RANGE; n++) {
      var id = stem + ("%0" + first.group(1).length() + "d").formatted(n);
      var plain = stem + n;
      if (known.contains(id) || known.contains(plain)) {
        between.add(known.contains(id) ? id : plain);
      }
    }
    return between;
  }

  /// What stands before the first digit.
  static String prefix(String id) {
    int at = 0;
    while (at < id.length() && !Character.isDigit(id.charAt(at))) {
      at++;
    }
    return id.substring(0, at);
  }

  private static @Nullable String commonPrefix(List<String> ids) {
    return ids.stream().map(References::prefix).filter(p -> !p.isEmpty())
        .collect(Collectors.groupingBy(p -> p, TreeMap::new, Collectors.counting())).entrySet()
        .stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
  }
}
