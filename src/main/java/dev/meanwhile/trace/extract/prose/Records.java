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
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Requirements that are written as a form: below a heading with an ID, or in a table of two columns, a label stands
/// before each thing that is said of them. Each becomes a need, as if its author had marked it.
public final class Records {
  private static final int LONGEST = 60;
  private static final int FEWEST_ROWS = 2;
  private static final int MOST_BETWEEN = 6;
  private static final int FEWEST_TAGS = 2;
  private static final Pattern TAG = Pattern
      .compile("[`*]{0,2}\\[(" + Fields.NAME.pattern() + ")\\][`*]{0,2}");

  private final List<Passage> passages;
  private final boolean areTagged;
  private final List<Passage> marked = new ArrayList<>();

  private Records(List<Passage> passages) {
    this.passages = passages;
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
    } else if (passage.kind() == Kind.ROW && !isSameTable(at - 1, at)) {
      end = table(at);
      end = end == at ? card(at) : end;
      end = end == at ? titled(at) : end;
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
    var title = titleAbove(at);
    marked.add(Passage.need(statement.text(), title.isEmpty()
        ? Map.of("type", "requirement", "id", id)
        : Map.of("type", "requirement", "id", id, "title", title), statement.source()));
  }

  private String titleAbove(int at) {
    return at > 0 && passages.get(at - 1).kind() == Kind.HEADING
        ? passages.get(at - 1).text()
        : "";
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
    var named = Named.by(HeadingWords.of(heading.text()));
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

  /// The end of a table that consists of forms; its beginning if it says something else.
  private int table(int from) {
    int end = from + 1;
    while (end < passages.size() && isSameTable(end - 1, end)) {
      end++;
    }
    var rows = passages.subList(from, end).stream().flatMap(row -> Fields.apart(row).stream())
        .toList();
    if (rows.size() < FEWEST_ROWS || !rows.stream().skip(1).allMatch(Fields::isField)) {
      return from;
    }
    var needs = Fields.isField(rows.getFirst()) ? needs(rows) : needBelowId(rows);
    marked.addAll(needs);
    return needs.isEmpty() ? from : end;
  }

  /// The end of a table of an ID and what else is said beside a statement, with the text below it that states it; the
  /// table's beginning if it is another one.
  private int card(int from) {
    var form = new Form(0);
    String id = null;
    int at = from;
    while (at < passages.size() && (at == from || isSameTable(at - 1, at))) {
      var row = passages.get(at);
      id = id == null ? Fields.name(row) : id;
      if (!form.takes(row)) {
        return from;
      }
      at++;
    }
    if (id == null || !form.isOpen()) {
      return from;
    }
    int end = at;
    while (end < passages.size() && end - from < LONGEST && passages.get(end).kind() != Kind.ROW
        && form.takes(passages.get(end))) {
      end++;
    }
    if (end == at || !form.isOne("")) {
      return from;
    }
    marked.add(form.need(id, titleAbove(from), passages.get(from).source()));
    return end;
  }

  /// The end of a table in which a row of an ID and its title stands above each statement, and what else is said of it
  /// stands below in cells with labels; the table's beginning if it is another one.
  private int titled(int from) {
    int end = from;
    while (end < passages.size() && (end == from || isSameTable(end - 1, end))) {
      end++;
    }
    var needs = new ArrayList<Passage>();
    for (int at = from; at < end;) {
      int next = at + 1;
      while (next < end && titleOf(passages.get(next)) == null) {
        next++;
      }
      var need = need(passages.subList(at, next));
      if (need == null) {
        return from;
      }
      needs.add(need);
      at = next;
    }
    marked.addAll(needs);
    return end;
  }

  private static @Nullable Passage need(List<Passage> rows) {
    var title = titleOf(rows.getFirst());
    if (title == null || rows.size() < 2 || filled(rows.get(1)).size() != 1
        || Fields.ofLine(filled(rows.get(1)).getFirst()) != null) {
      return null;
    }
    var form = new Form(0);
    boolean isForm = rows.stream().skip(1).flatMap(row -> filled(row).stream())
        .allMatch(cell -> form.takes(Passage.paragraph(cell, rows.getFirst().source())));
    return isForm
        ? form.need(title.id(), title.title(), rows.getFirst().source())
        : null;
  }

  /// The ID and the title in a row of nothing else.
  private static @Nullable Named titleOf(Passage row) {
    var cells = filled(row);
    return cells.size() == 1 || (cells.size() == 2 && Ids.isId(cells.getFirst()))
        ? Named.by(String.join(" ", cells))
        : null;
  }

  private static List<String> filled(Passage row) {
    return row.cells().stream().map(String::strip).filter(cell -> !cell.isEmpty()).toList();
  }

  /// The first row of a form can hold the ID itself beside the title.
  private static List<Passage> needBelowId(List<Passage> rows) {
    var cells = rows.getFirst().cells().stream().map(String::strip).filter(c -> !c.isEmpty())
        .toList();
    if (cells.isEmpty() || cells.size() > 2 || !Ids.isId(cells.getFirst())
        || !Ids.isSure(cells.getFirst()) || Ids.isTest(cells.getFirst())) {
      return List.of();
    }
    var form = new Form(0);
    rows.stream().skip(1).forEach(form::takes);
    var title = cells.size() < 2 ? "" : cells.getLast();
    return form.isOne(title)
        ? List.of(form.need(cells.getFirst(), title, rows.getFirst().source()))
        : List.of();
  }

  /// Each row with an ID begins a form; none if a form hasn't all that it needs. The first row may be a header.
  private static List<Passage> needs(List<Passage> rows) {
    var needs = new ArrayList<Passage>();
    int at = Fields.isHeader(rows.getFirst()) ? 1 : 0;
    while (at < rows.size()) {
      var id = Fields.id(rows.get(at));
      int end = at + 1;
      while (end < rows.size() && Fields.id(rows.get(end)) == null) {
        end++;
      }
      var form = new Form(0);
      rows.subList(at, end).forEach(form::takes);
      if (id == null || !form.isOne("")) {
        return List.of();
      }
      needs.add(form.need(id, "", rows.get(at).source()));
      at = end;
    }
    return needs;
  }

  private boolean isSameTable(int one, int other) {
    if (one < 0 || passages.get(one).kind() != Kind.ROW
        || passages.get(other).kind() != Kind.ROW) {
      return false;
    }
    var first = passages.get(one).source();
    var second = passages.get(other).source();
    return first.file().equals(second.file()) && Objects.equals(first.sheet(), second.sheet())
        && Objects.equals(first.table(), second.table());
  }

  /// A heading that begins with the ID of a requirement.
  private record Named(String id, String title) {
    /// What stands in brackets rates the requirement.
    private static final Pattern TAG = Pattern.compile("[\\[(][^\\[\\]()]{1,30}[\\])]");

    static @Nullable Named by(String heading) {
      var ids = Ids.in(heading);
      if (ids.isEmpty() || ids.getFirst().start() > 1 || !Ids.isSure(ids.getFirst().id())
          || Ids.isTest(ids.getFirst().id()) || Ids.isOfOther(ids.getFirst().id())) {
        return null;
      }
      var title = heading.substring(ids.getFirst().end()).replaceFirst("^[\\])>`*_\\s:.–—-]+", "")
          .replaceAll("[`*]{1,3}(?=\\W|$)", "").strip();
      return Words.binds(TAG.matcher(title).replaceAll(""))
          ? null
          : new Named(ids.getFirst().id(), title);
    }
  }
}
