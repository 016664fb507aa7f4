package dev.meanwhile.trace.extract.prose;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Passage.Kind;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.statement.Fields;
import dev.meanwhile.trace.extract.statement.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tables that are forms: in them, or in them and the text below, a label stands before each thing that is said of a
/// requirement.
final class FormTables {
  private static final int LONGEST = 60;
  private static final int FEWEST_ROWS = 2;

  private final List<Passage> passages;
  private final List<Passage> marked;

  /// @param marked where the needs go
  FormTables(List<Passage> passages, List<Passage> marked) {
    this.passages = passages;
    this.marked = marked;
  }

  /// The end of the forms that begin with a table; its place if it is another table, or not the beginning of one.
  int end(int from) {
    if (isSameTable(from - 1, from)) {
      return from;
    }
    int end = table(from);
    end = end == from ? card(from) : end;
    return end == from ? titled(from) : end;
  }

  /// The heading directly above a place, else nothing.
  String titleAbove(int at) {
    return at > 0 && passages.get(at - 1).kind() == Kind.HEADING
        ? passages.get(at - 1).text()
        : "";
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
  private static @Nullable Entitled titleOf(Passage row) {
    var cells = filled(row);
    return cells.size() == 1 || (cells.size() == 2 && Ids.isId(cells.getFirst()))
        ? Entitled.by(String.join(" ", cells))
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
}
