package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.sentence.Section;
import dev.meanwhile.trace.extract.sentence.Wording;
import java.util.regex.Pattern;

/// Lines that say what the text below them is for, as headings do: a label such as `Features:`, a numbered title before
/// its text, and in a text without headings any title on a line of its own.
final class Signposts {
  private static final int LONGEST = 80;
  private static final Pattern NUMBERED = Pattern
      .compile(
          "((?:\\d{1,3}\\.){1,5}\\d{1,3})\\.?[ \\t]{1,4}\\p{Lu}[^\\s.:;!?]{0,30}(?: [^\\s.:;!?]{1,30}){0,5}");
  private static final Pattern CAPITALS = Pattern
      .compile("\\p{Lu}{3}[\\p{Lu}\\d &/(),-]{0,60}|\\p{Lu}{2}[\\p{Lu}\\d &/(),-]{6,60}");
  private static final int NONE = Integer.MAX_VALUE;

  private final Section.Path headings;
  /// The level of the item that is a label, 0 where a paragraph is.
  private int label = NONE;
  private boolean listed;
  private boolean told;
  private boolean afterItem;

  Signposts(Section.Path headings) {
    this.headings = headings;
  }

  /// A passage begins, which may be beyond what the last label speaks of.
  void passage(Passage passage) {
    if (passage.kind() == Kind.HEADING) {
      label = NONE;
    } else if (label < NONE && isBeyond(passage)) {
      headings.leaveLabels();
      label = NONE;
    }
    listed |= passage.kind() == Kind.ITEM;
    told |= passage.kind() != Kind.ITEM;
  }

  /// A labelled item speaks of the deeper items below it, a labelled paragraph of its list or of all up to one. In a text
  /// without headings a label of requirements goes on, and any other speaks of no more than one paragraph.
  private boolean isBeyond(Passage passage) {
    if (label > 0) {
      return passage.kind() != Kind.ITEM || passage.level() <= label;
    }
    boolean isLeft = headings.isEmpty()
        ? !headings.isOfRequirements() && (listed || told)
        : listed;
    return passage.kind() != Kind.ITEM && isLeft;
  }

  /// The text of a passage without its lines that only say what others are for.
  String rest(Passage passage, String text) {
    int first = text.indexOf('\n');
    var rest = isSignpost(first < 0 ? text : text.substring(0, first), passage, first >= 0)
        ? text.substring(first < 0 ? text.length() : first + 1)
        : text;
    int last = rest.lastIndexOf('\n');
    boolean leads = last >= 0 && isShort(rest.substring(last + 1))
        && isLabel(Wording.of(rest.substring(last + 1)), passage, false);
    afterItem = passage.kind() == Kind.ITEM;
    return leads ? rest.substring(0, last) : rest;
  }

  private boolean isSignpost(String line, Passage passage, boolean goesOn) {
    if (!isShort(line)) {
      return false;
    }
    var text = Wording.of(line);
    return isLabel(text, passage, goesOn) || (goesOn && isNumbered(line.strip()))
        || (headings.areNumbered() && isTitle(text, passage, goesOn));
  }

  private static boolean isShort(String line) {
    return line.length() <= LONGEST && !Words.binds(line) && !Words.wishes(line);
  }

  private boolean isLabel(String line, Passage passage, boolean goesOn) {
    if (!line.endsWith(":") || !Section.of(line).isForItself()) {
      return false;
    }
    label = passage.kind() == Kind.ITEM ? passage.level() : 0;
    listed = false;
    told = goesOn;
    headings.label(1, line);
    return true;
  }

  private boolean isNumbered(String line) {
    var title = NUMBERED.matcher(line);
    if (!title.matches()) {
      return false;
    }
    label = NONE;
    headings.number(title.group(1), line);
    return true;
  }

  private boolean isTitle(String line, Passage passage, boolean goesOn) {
    boolean isItem = passage.kind() == Kind.ITEM;
    boolean isKnown = Section.of(line).isForItself() && !line.endsWith(".")
        && (!isItem || goesOn || !afterItem);
    if (!isKnown && !CAPITALS.matcher(line).matches()) {
      return false;
    }
    label = NONE;
    headings.number("", line);
    return true;
  }
}
