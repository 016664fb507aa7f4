package dev.meanwhile.artifact;

import java.util.regex.Pattern;

/// Makes a name from outside safe to store, to send in a header and to unpack: the last part of a path, no control or
/// direction characters, none of what Windows forbids.
final class SafeName {
  /// The longest name that is kept, in characters; the extension survives.
  static final int LONGEST = 150;

  private static final Pattern PATH = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
  private static final Pattern UNSAFE = Pattern
      .compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\"*:<>?|]");
  private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");
  private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,10}$");

  private SafeName() {}

  static String of(String name) {
    String last = PATH.matcher(name.strip()).replaceFirst("");
    String clean = EDGES.matcher(UNSAFE.matcher(last).replaceAll("_")).replaceAll("");
    return clean.isEmpty() ? "unnamed" : shortened(clean);
  }

  private static String shortened(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    var extension = EXTENSION.matcher(name);
    String end = extension.find() ? extension.group() : "";
    int cut = name.offsetByCodePoints(0, name.codePointCount(0, LONGEST - end.length()) - 1);
    return name.substring(0, cut) + end;
  }
}
