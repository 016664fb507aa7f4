package dev.meanwhile.trace.extract;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Source;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.Columns.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads requirements from the rows of tables, header by header.
final class Tables {
  private static final int ID_CHARACTERS = 64;

  private final List<Draft> drafts;
  private @Nullable Columns columns;
  private @Nullable Source last;

  Tables(List<Draft> drafts) {
    this.drafts = drafts;
  }

  void row(Passage row) {
    if (!isSameTable(row.source())) {
      columns = null;
    }
    last = row.source();
    var header = Columns.of(row.cells());
    if (header != null) {
      columns = header;
    } else if (columns != null) {
      known(columns, row);
    } else {
      unknown(row);
    }
  }

  private boolean isSameTable(Source source) {
    return last != null && Objects.equals(last.table(), source.table())
        && Objects.equals(last.sheet(), source.sheet())
        && last.file().equals(source.file());
  }

  private void known(Columns in, Passage row) {
    var text = in.cell(Role.TEXT, row.cells());
    var id = idOf(in, row.cells(), text);
    if (id == null) {
      withoutId(row, text);
      return;
    }
    var statement = text != null ? text : in.cell(Role.TITLE, row.cells());
    if (statement != null && !statement.equals(id)) {
      drafts.add(draft(in, row, id, statement));
    }
  }

  private static @Nullable String idOf(Columns in, List<String> cells, @Nullable String text) {
    var cell = in.cell(Role.ID, cells);
    if (cell == null) {
      return null;
    }
    var places = Ids.in(cell);
    if (!places.isEmpty() && places.getFirst().start() <= 2) {
      return places.getFirst().id();
    }
    boolean usable = cell.length() <= ID_CHARACTERS
        && cell.chars().noneMatch(Character::isWhitespace);
    boolean trusted = !in.isWeakId() || (text != null && Words.binds(text));
    return usable && trusted ? cell : null;
  }

  private void withoutId(Passage row, @Nullable String text) {
    if (text != null && Words.binds(text)) {
      drafts.add(Draft.of(null, null, text, Tier.REQUIREMENT, row.source()));
    } else if (text != null && Words.wishes(text)) {
      drafts.add(Draft.of(null, null, text, Tier.CANDIDATE, row.source()));
    }
  }

  private static Draft draft(Columns in, Passage row, String id, String text) {
    var cells = row.cells();
    return new Draft(id, in.cell(Role.TITLE, cells), text, tier(in, cells), row.source(),
        status(in, cells, id),
        in.cell(Role.METHOD, cells), in.cell(Role.PRIORITY, cells), in.cell(Role.RATIONALE, cells),
        in.cells(Role.PARENT, cells), in.cells(Role.TEST, cells));
  }

  /// A matrix that this product wrote says which rows don't bind.
  private static Tier tier(Columns in, List<String> cells) {
    return "candidate".equals(in.cell(Role.TIER, cells)) ? Tier.CANDIDATE : Tier.REQUIREMENT;
  }

  /// The status column, or what stands behind the ID in its cell.
  private static @Nullable String status(Columns in, List<String> cells, String id) {
    var status = in.cell(Role.STATUS, cells);
    var idCell = in.cell(Role.ID, cells);
    return status != null || idCell == null ? status : idCell.replace(id, "").strip();
  }

  /// A table whose header says nothing: an ID alone in a cell and a binding sentence in another are a requirement.
  private void unknown(Passage row) {
    var id = row.cells().stream().map(Tables::bare).filter(Ids::isId).findFirst();
    for (var text : sentencesIn(row)) {
      if (Words.binds(text)) {
        drafts.add(Draft.of(id.orElse(null), null, text, Tier.REQUIREMENT, row.source()));
        return;
      }
    }
    id.filter(i -> Ids.isSure(i) && i.equals(bare(row.cells().getFirst())))
        .ifPresent(i -> shortStatement(i, row));
  }

  private void shortStatement(String id, Passage row) {
    sentencesIn(row).stream().filter(t -> !bare(t).equals(id))
        .max(Comparator.comparingInt(String::length))
        .filter(t -> t.indexOf(' ') > 0)
        .ifPresent(t -> drafts.add(Draft.of(id, null, t, Tier.REQUIREMENT, row.source())));
  }

  private static List<String> sentencesIn(Passage row) {
    var texts = new ArrayList<String>();
    row.cells().stream().map(String::strip).filter(c -> !c.isEmpty()).forEach(texts::add);
    return texts;
  }

  private static String bare(String cell) {
    return cell.strip().replaceAll("^[*_`\\[(]+|[*_`\\])]+$", "");
  }
}
