package dev.meanwhile.trace.extract.table;

import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.statement.Clauses;
import dev.meanwhile.trace.extract.statement.Clauses.Clause;
import java.util.List;
import java.util.stream.Collectors;

/// Tables whose rows list something else, with requirements in their cells that have IDs of their own: a row has two such
/// at least before one counts.
final class OwnIds {
  private static final int FEWEST = 2;

  private boolean stated;

  /// The requirements in the cells of a row; none where the row itself is one.
  List<Clause> in(Row row, String id) {
    var clauses = row.cells().stream().flatMap(cell -> Clauses.of(cell).stream())
        .filter(clause -> isStated(clause, id)).toList();
    stated |= clauses.stream().map(Clause::id).collect(Collectors.toSet()).size() >= FEWEST;
    return stated ? clauses : List.of();
  }

  /// Whether the rows of the table are something else.
  boolean areStated() {
    return stated;
  }

  private static boolean isStated(Clause clause, String id) {
    var own = clause.id();
    return own != null && !own.equals(id) && Ids.isSure(own) && !Ids.isTest(own)
        && Words.binds(clause.body());
  }
}
