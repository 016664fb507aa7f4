package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.id.Labels;
import dev.meanwhile.trace.extract.statement.Fields;
import dev.meanwhile.trace.extract.statement.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Requirements that are written as a form: below a heading with an ID, or in a table of two columns, a label stands
/// before each thing that is said of them. Each becomes a need, as if its author had marked it.
public final class Records {
  private static final int LONGEST = 60;
  private static final int MOST_BETWEEN = 6;
  private static final int FEWEST_TAGS = 2;
  private static final Pattern TAG = Pattern
      .compile("[`*]{0,2}\\[(" + Fields.NAME.pattern() + ")\\][`*]{0,2}");

  private final List<Passage> passages;
  private final boolean areTagged;
  private final List<Passage> marked = new ArrayList<>();
  private final FormTables tables;

  private Records(List<Passage> passages) {
    this.passages = passages;
    tables = new FormTables(passages, marked);
    areTagged = IntStream.range(0, passages.size()).filter(this::isTagged)
        .limit(FEWEST_TAGS).count() == FEWEST_TAGS;
  }

  /// The passages with a need in the place of each form.
  public static List<Passage> marked(List<Passage> passages) {
    var records = new Records(passages);
    for (int at = 0; at < passages.size();) {
      at = records.next(at);
    }
    return records.marked;
  }

  private int next(int at) {
    var passage = Labels.spelled(passages.get(at));
    int end = at;
    int frames = Framed.end(passages, at);
    if (frames > at) {
      marked.addAll(Framed.in(passages.subList(at, frames)));
      end = frames;
    } else if (Block.begins(passages.get(at))) {
      end = blocks(at);
    } else if (passage.kind() == Kind.HEADING) {
      end = below(passage, at + 1);
    } else if (areTagged && isTagged(at)) {
      tagged(at);
      end = at + 2;
    } else if (passage.kind() == Kind.ROW) {
      end = tables.end(at);
    }
    if (end == at) {
      marked.add(passages.get(at));
    }
    return Math.max(end, at + 1);
  }

  /// Whether a passage is a name in brackets and nothing else, above a statement.
  private boolean isTagged(int at) {
    var tag = TAG.matcher(passages.get(at).text());
    return passages.get(at).kind() == Kind.PARAGRAPH && tag.matches() && !Ids.isId(tag.group(1))
        && at + 1 < passages.size() && passages.get(at + 1).kind() == Kind.PARAGRAPH
        && Words.binds(passages.get(at + 1).text());
  }

  private void tagged(int at) {
    var id = TAG.matcher(passages.get(at).text()).replaceFirst("$1");
    var statement = passages.get(at + 1);
    var title = tables.titleAbove(at);
    marked.add(Passage.need(statement.text(), title.isEmpty()
        ? Map.of("type", "requirement", "id", id)
        : Map.of("type", "requirement", "id", id, "title", title), statement.source()));
  }

  /// The end of the blocks that begin in a passage; its place if one of them says nothing.
  private int blocks(int at) {
    var passage = passages.get(at);
    var blocks = Block.in(passage);
    int end = at + 1;
    for (int next = end; next < passages.size() && next - end <= MOST_BETWEEN
        && goesOn(passage, passages.get(next)); next++) {
      if (Block.isLabelled(passages.get(next))) {
        passages.subList(end, next + 1).forEach(blocks.getLast()::add);
        end = next + 1;
      }
    }
    if (!blocks.stream().allMatch(Block::isOne)) {
      return at;
    }
    before(passage, blocks.getFirst());
    blocks.forEach(block -> marked.add(block.need()));
    return end;
  }

  private static boolean goesOn(Passage first, Passage next) {
    return (next.kind() == Kind.PARAGRAPH || next.kind() == Kind.ITEM) && !Block.begins(next)
        && next.source().file().equals(first.source().file());
  }

  /// What stands before a block is read on its own, unless it only names it.
  private void before(Passage passage, Block block) {
    var before = Block.before(passage);
    var ids = Ids.in(before);
    if (!ids.isEmpty() && ids.getFirst().id().equals(block.id())) {
      before.substring(ids.getFirst().end()).replaceFirst("^[\\])>`*_\\s:.–—-]+", "").lines()
          .findFirst().ifPresent(block::name);
    } else if (!before.isEmpty() && passage.kind() != Kind.CODE) {
      marked.add(Passage.paragraph(before, passage.source()));
    }
  }

  /// The end of a form below a heading; the place of the heading if there is none.
  private int below(Passage heading, int from) {
    var named = Entitled.by(HeadingWords.of(heading.text()));
    if (named == null) {
      return from - 1;
    }
    var form = new Form(heading.level());
    int at = from;
    while (at < passages.size() && at - from < LONGEST && (form.takes(passages.get(at))
        || (isAboveLabels(at, form) && form.goesOn(passages.get(at))))) {
      at++;
    }
    if (!form.isOne(named.title())) {
      return from - 1;
    }
    if (!named.title().isEmpty()) {
      marked.add(Passage.heading(named.title(), heading.level(), heading.source()));
    }
    marked.add(form.need(named.id(), named.title(), heading.source()));
    return at;
  }

  /// Whether the next heading stands above the labels of the form.
  private boolean isAboveLabels(int at, Form form) {
    return passages.subList(at, Math.min(at + LONGEST, passages.size())).stream()
        .filter(passage -> passage.kind() == Kind.HEADING).findFirst()
        .filter(form::isAboveLabels).isPresent();
  }
}
