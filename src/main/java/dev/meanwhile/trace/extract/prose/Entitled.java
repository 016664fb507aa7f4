package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.statement.Fields;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The ID and the title of a requirement, as a heading has them: the ID first, or last and in brackets.
record Entitled(String id, String title) {
  /// What stands in brackets rates the requirement.
  private static final Pattern TAG = Pattern.compile("[\\[(][^\\[\\]()]{1,30}[\\])]");
  private static final Pattern LAST = Pattern
      .compile("([^\\n]{2,200}?)[ \\t]{1,3}[\\[(]([A-Za-z][\\w.~-]{1,63})[\\])]\\s{0,3}");
  private static final Pattern NAMED = Pattern
      .compile("(" + Fields.NAME.pattern() + ")[ \\t]{0,3}[:–—-][ \\t]{1,3}(\\S[^\\n]{1,200})");

  /// Those of a heading; null if it names no requirement, or states one.
  static @Nullable Entitled by(String heading) {
    var ids = Ids.in(heading);
    if (ids.isEmpty() || ids.getFirst().start() > 1) {
      return last(heading);
    }
    var id = ids.getFirst().id();
    var title = heading.substring(ids.getFirst().end()).replaceFirst("^[\\])>`*_\\s:.–—-]+", "")
        .replaceAll("[`*]{1,3}(?=\\W|$)", "").strip();
    return isOne(id) && !Words.binds(TAG.matcher(title).replaceAll(""))
        ? new Entitled(id, title)
        : null;
  }

  private static @Nullable Entitled last(String heading) {
    var last = LAST.matcher(heading);
    return last.matches() && isOne(last.group(2)) && !Words.binds(last.group(1))
        ? new Entitled(last.group(2), last.group(1).strip())
        : named(heading);
  }

  /// A name without a number says by one of its words that a requirement is called so.
  private static @Nullable Entitled named(String heading) {
    var named = NAMED.matcher(heading);
    return named.matches() && Ids.isNamed(named.group(1)) && !Words.binds(named.group(2))
        ? new Entitled(named.group(1), named.group(2).strip())
        : null;
  }

  private static boolean isOne(String id) {
    return Ids.isId(id) && Ids.isSure(id) && !Ids.isTest(id) && !Ids.isOfOther(id);
  }
}
