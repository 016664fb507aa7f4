package dev.meanwhile.document.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The roles of reStructuredText, such as those that link to a term: a reader sees nothing but their words.
final class RstRoles {
  private static final Pattern ROLE = Pattern
      .compile(":[A-Za-z][\\w.+:-]{0,40}:`([^`\\n]{1,300}(?:\\n[^`\\n]{1,300})?)`");
  /// A blank that only keeps a role and the word beside it apart.
  private static final Pattern JOINED = Pattern.compile("\\\\ (?=:[A-Za-z])|(?<=`)\\\\ ");
  /// Where the words lead to.
  private static final Pattern TARGET = Pattern.compile("\\s{0,3}<[^<>]{1,200}>$");

  private RstRoles() {}

  /// The text with the words of each role in its place.
  static String plain(String text) {
    return text.indexOf('`') < 0
        ? text
        : ROLE.matcher(JOINED.matcher(text).replaceAll("")).replaceAll(role -> Matcher
            .quoteReplacement(TARGET.matcher(role.group(1)).replaceFirst("").strip()));
  }
}
