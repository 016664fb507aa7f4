package dev.meanwhile.trace.extract.id;

import dev.meanwhile.trace.Requirement.Status;
import dev.meanwhile.trace.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A sentence whose subject is IDs and which says that they are gone: `REQ-010 to REQ-014 are deleted`. A range means
/// each number in it, as nobody may give it again.
///
/// @param ids in their order
/// @param statement what is said of them
/// @param end where the sentence ends in its text
public record GoneIds(List<String> ids, String statement, int end) {
  private static final int LONGEST_RANGE = 500;
  private static final int STATEMENT_WORDS = 12;
  private static final int STATEMENT_CHARACTERS = 160;
  private static final int ANALYSED_CHARACTERS = 2_000;
  /// Hyphens of other kinds than the usual one; a dash stands between IDs and not within one.
  private static final Pattern HYPHEN = Pattern.compile("[\u2010\u2011]");
  private static final Pattern LEAD = Pattern.compile(
      "[\\s*_`•·+\\[(\"-]{0,9}(?:(?:all |the |following |these ){0,3}(?:requirements?|reqs?\\.?|ids?|numbers?):?\\s{1,3})?[*_`\\[(\"]{0,3}",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern TOKEN = Pattern
      .compile(
          Ids.SIGNED
              + "(?![\\w#/])|[A-Za-z](?:[\\w~]|[.~](?=\\w)|-(?=\\d)|(?<!\\d)-(?=[A-Za-z]))*+|\\d{1,9}(?!\\w|\\.\\d)");
  private static final Pattern LINK = Pattern.compile(
      "[*_`\\])\"]{0,3}(?:([ \\t]{0,3}[-\u2012-\u2015\u2212]|\\s{0,3}(?:\\.{2,3}|…|(?:up )?to\\b|through\\b|thru\\b|until\\b))"
          + "|\\s{0,3}(?:,\\s{0,3}and\\b|[,;&/]|and\\b))\\s{0,3}[*_`\\[(\"]{0,3}",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern VERB = Pattern
      .compile("[*_`\\])\"\\s]{1,4}(?:is|are|was|were|has|have)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SENTENCE_END = Pattern.compile("[.;!?](?=\\s|$)");
  private static final Pattern COLON = Pattern.compile("^[\\s:=|-]+");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}$");

  /// The sentence that begins at this place of a text; null if it says something else.
  ///
  /// @param within whether the IDs within a range are wanted too
  public static @Nullable GoneIds at(String text, int start, boolean within) {
    var lead = LEAD.matcher(text).region(start, text.length());
    int from = lead.lookingAt() ? lead.end() : start;
    if (!TOKEN.matcher(text).region(from, text.length()).lookingAt()) {
      return null;
    }
    var near = text.substring(start, Math.min(text.length(), start + ANALYSED_CHARACTERS));
    var subject = new Subject(HYPHEN.matcher(near).replaceAll("-"), from - start, within);
    return subject.ids.isEmpty() ? null : subject.sentence(start);
  }

  /// The IDs that a text consists of; none if it says anything else.
  ///
  /// @param within whether the IDs within a range are wanted too
  public static List<String> listed(String text, boolean within) {
    var lead = LEAD.matcher(text);
    int from = lead.lookingAt() ? lead.end() : 0;
    if (text.length() > ANALYSED_CHARACTERS) {
      return List.of();
    }
    var subject = new Subject(HYPHEN.matcher(text).replaceAll("-"), from, within);
    return text.substring(subject.end).matches("[\\s*_`~\\])\".;,]*")
        ? List.copyOf(subject.ids)
        : List.of();
  }

  /// Reads the IDs that a sentence begins with.
  private static final class Subject {
    private final String text;
    private final boolean within;
    private final Set<String> ids = new LinkedHashSet<>();
    private int end;
    private @Nullable String last;

    Subject(String text, int start, boolean within) {
      this.text = text;
      this.within = within;
      boolean range = false;
      int at = start;
      while (at >= 0 && takes(at, range)) {
        var link = LINK.matcher(text).region(end, text.length());
        boolean goesOn = link.lookingAt();
        range = goesOn && link.group(1) != null;
        at = goesOn ? link.end() : -1;
      }
    }

    private boolean takes(int at, boolean range) {
      var token = TOKEN.matcher(text).region(at, text.length());
      var id = token.lookingAt() ? id(token.group()) : null;
      if (id == null) {
        return false;
      }
      if (range && within && last != null) {
        between(last, id);
      }
      ids.add(id);
      last = id;
      end = token.end();
      return true;
    }

    /// A number alone is the end of the ID before it, made as long as that one is.
    private @Nullable String id(String token) {
      if (!Character.isDigit(token.charAt(0)) || Ids.isId(token)) {
        return Ids.isId(token) && Ids.isSure(token) ? token : null;
      }
      var before = NUMBER.matcher(last == null ? "" : last);
      return last != null && before.find()
          ? last.substring(0, before.start()) + padded(Integer.parseInt(token), before.group())
          : null;
    }

    private void between(String from, String to) {
      var first = NUMBER.matcher(from);
      var second = NUMBER.matcher(to);
      if (!first.find() || !second.find()
          || !from.substring(0, first.start()).equals(to.substring(0, second.start()))) {
        return;
      }
      int low = Integer.parseInt(first.group());
      int high = Integer.parseInt(second.group());
      for (int n = low + 1; n < high && high - low <= LONGEST_RANGE; n++) {
        ids.add(from.substring(0, first.start()) + padded(n, first.group()));
      }
    }

    private static String padded(int number, String like) {
      var digits = String.valueOf(number);
      return "0".repeat(Math.max(0, like.length() - digits.length())) + digits;
    }

    /// What is said of the IDs, if it is that they are gone: the rest of the line, or else of the sentence.
    private @Nullable GoneIds sentence(int start) {
      if (ids.size() == 1 && !VERB.matcher(text).region(end, text.length()).lookingAt()) {
        return null;
      }
      int line = text.indexOf('\n', end);
      var rest = text.substring(end, line < 0 ? text.length() : line);
      if (isGone(rest)) {
        return gone(rest, start);
      }
      var stop = SENTENCE_END.matcher(rest);
      return stop.find() && isGone(rest.substring(0, stop.end()))
          ? gone(rest.substring(0, stop.end()), start)
          : null;
    }

    private GoneIds gone(String words, int start) {
      return new GoneIds(List.copyOf(ids), COLON.matcher(words).replaceFirst("").strip(),
          start + end + words.length());
    }

    private static boolean isGone(String words) {
      return words.length() <= STATEMENT_CHARACTERS && Words.count(words) <= STATEMENT_WORDS
          && !Words.binds(words) && Status.of(null, words.strip()) == Status.DELETED;
    }
  }
}
