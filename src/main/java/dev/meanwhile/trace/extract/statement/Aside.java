package dev.meanwhile.trace.extract.statement;

import dev.meanwhile.trace.Link;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.harvest.Draft.Beside;
import dev.meanwhile.trace.extract.harvest.Harvest;
import dev.meanwhile.trace.extract.harvest.Mention;
import dev.meanwhile.trace.extract.id.References;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands under a statement behind a label: its reason, a remark, or what it refines. It goes on until the next
/// heading, label or ID where the label stands alone.
public final class Aside {
  private static final int LONGEST = 2_000;
  private static final Pattern LABEL = Pattern.compile(
      "[*_`\\s]{0,4}(?:(rationale?|justification|reason)|(comments?|notes?|remarks?|hints?|examples?|discussion)"
          + "|(covers|derived from|trace[ds]?(?: up)?|upstream|implements|parents?|parent requirements?|parent links?|traces to|refines|satisfies|depends|depends on)"
          + "|(child(?:ren)?(?: links?| requirements?)?))"
          + "[*_`\\s]{0,4}[:：][*_`\\s]{0,4}",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER_LABEL = Pattern
      .compile("[*_]{0,3}[A-Z][\\w ]{1,30}:[*_]{0,3}");
  private static final Pattern MARKUP_END = Pattern.compile("[*_`]{1,3}$");
  private static final Pattern TARGET = Pattern.compile("\\]\\([^()]{0,300}\\)");

  private static final int LONGEST_FIELD = 120;
  private static final Map<String, Beside> FIELDS = Map.of("verification", Beside.METHOD, "status",
      Beside.STATUS, "priority", Beside.PRIORITY);

  private enum Kind {
    RATIONALE, REMARK, PARENTS, CHILDREN
  }

  private final Harvest harvest;
  private @Nullable Kind open;

  /// Adds to the last statements of a harvest.
  public Aside(Harvest harvest) {
    this.harvest = harvest;
  }

  /// Nothing more belongs to what was said last.
  public void end() {
    open = null;
  }

  /// Whether a line of a text says by its label what is said beside a statement; a remark may belong to it.
  static boolean isLabelled(String line) {
    var label = LABEL.matcher(line);
    return label.lookingAt() ? label.group(2) == null : areFields(line);
  }

  /// Takes a passage below a statement with an ID if it is an aside to it.
  public boolean takes(Passage passage) {
    var text = Words.trimmed(passage.text());
    var label = LABEL.matcher(text);
    if (label.lookingAt()) {
      var kind = label.group(1) != null
          ? Kind.RATIONALE
          : label.group(2) != null
              ? Kind.REMARK
              : label.group(3) != null ? Kind.PARENTS : Kind.CHILDREN;
      return labelled(kind, text.substring(label.end()));
    }
    if (Statement.isNote(text)) {
      open = null;
      return true;
    }
    if (areFields(text)) {
      open = null;
      text.lines().forEach(this::field);
      return true;
    }
    boolean ends = OTHER_LABEL.matcher(text).lookingAt() || Clauses.of(text).stream()
        .anyMatch(c -> c.id() != null && !c.body().isEmpty());
    if (open == null || ends) {
      open = null;
      return false;
    }
    return add(open, text);
  }

  /// Whether each line has a label that says something short beside the statement.
  static boolean areFields(String text) {
    return text.lines().allMatch(line -> {
      var field = Fields.ofLine(line);
      return field != null && (FIELDS.containsKey(field) || field.isEmpty())
          && line.length() <= LONGEST_FIELD && !Fields.valueOf(line).isEmpty()
          && !Words.binds(line);
    });
  }

  private void field(String line) {
    var what = FIELDS.get(String.valueOf(Fields.ofLine(line)));
    if (what != null) {
      harvest.replaceNamed(harvest.named().with(what, Fields.valueOf(line)));
    }
  }

  private boolean labelled(Kind kind, String rest) {
    open = null;
    var text = MARKUP_END.matcher(Words.trimmed(rest)).replaceFirst("");
    if (text.isEmpty()) {
      open = kind;
      return true;
    }
    return add(kind, text);
  }

  private boolean add(Kind kind, String text) {
    switch (kind) {
      case RATIONALE -> harvest.replaceNamed(harvest.named().because(shortened(text)));
      case REMARK -> {
      }
      case PARENTS -> {
        if (!isList(text)) {
          open = null;
          return false;
        }
        harvest.replaceNamed(harvest.named().alsoUnder(plain(text)));
      }
      case CHILDREN -> {
        if (!isList(text)) {
          open = null;
          return false;
        }
        var parent = harvest.named();
        harvest.add(new Mention(plain(text), Link.Type.PARENT, String.valueOf(parent.id()),
            List.of(), null, parent.source().file(), false));
      }
    }
    return true;
  }

  private static boolean isList(String text) {
    return References.isList(plain(text));
  }

  /// Without the markup and the addresses of links.
  private static String plain(String text) {
    return TARGET.matcher(text).replaceAll("]").replaceAll("[`*\\[\\]]", "").strip();
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
