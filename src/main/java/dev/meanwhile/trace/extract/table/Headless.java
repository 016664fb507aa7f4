package dev.meanwhile.trace.extract.table;

import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Requirement.Tier;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.harvest.Draft;
import dev.meanwhile.trace.extract.harvest.Harvest;
import dev.meanwhile.trace.extract.id.Ids;
import dev.meanwhile.trace.extract.sentence.TestHeading;
import dev.meanwhile.trace.extract.statement.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads tables whose header says nothing: an ID alone in a cell and a binding sentence in another are a requirement.
final class Headless {
  private static final Pattern BETWEEN = Pattern.compile("[\\s;,]+");
  /// The name of a file or folder.
  private static final Pattern PATH = Pattern
      .compile("[\\w.*~-]{0,80}[/\\\\]\\S{0,300}|[\\w-]{1,80}\\.[a-z]\\w{0,4}");

  private final Harvest harvest;

  Headless(Harvest harvest) {
    this.harvest = harvest;
  }

  /// The next row of a table that is about a subject as far as its rows tell.
  void row(Passage row, Subject subject) {
    var cells = row.cells().stream().map(String::strip).toList();
    var bare = cells.stream().map(Headless::bare).toList();
    subject.look(bare);
    if (subject.isQuestions() || cells.stream().anyMatch(Row::asks)) {
      return;
    }
    var id = bare.stream().filter(Ids::isId).findFirst();
    var binding = cells.stream().filter(Words::binds).findFirst();
    if (binding.isPresent()) {
      var text = binding.get();
      harvest.add(
          Draft.of(id.orElse(null), null, id.isPresent() ? Statement.withoutNotes(text) : text,
              Tier.REQUIREMENT, row.source()).reasoned());
    } else if (id.isPresent() && isNamed(id.get(), bare, subject)
        && !TestHeading.is(row.source().heading())) {
      shortStatement(id.get(), cells, row);
    }
  }

  /// Whether the ID stands first and is one of a requirement without any help from its statement.
  private static boolean isNamed(String id, List<String> bare, Subject subject) {
    return (!subject.isOthers() || Ids.isNamed(id)) && !subject.isDocuments() && Ids.isSure(id)
        && !Ids.isTest(id) && !Ids.isOfOther(id) && id.equals(bare.getFirst()) && !isMatrix(bare);
  }

  private void shortStatement(String id, List<String> cells, Passage row) {
    cells.stream().filter(cell -> !bare(cell).equals(id))
        .max(Comparator.comparingInt(String::length))
        .filter(text -> text.indexOf(' ') > 0 && !arePaths(text))
        .ifPresent(text -> harvest.add(Draft
            .of(id, null, Statement.withoutNotes(text), Tier.REQUIREMENT, row.source())
            .reasoned()));
  }

  private static boolean arePaths(String text) {
    return Stream.of(BETWEEN.split(text)).allMatch(word -> PATH.matcher(word).matches());
  }

  /// Whether a row relates IDs to each other.
  private static boolean isMatrix(List<String> bare) {
    return bare.stream().filter(cell -> Ids.isId(cell) && Ids.isSure(cell)).count() > 1;
  }

  private static String bare(String cell) {
    return cell.replaceAll("^[*_`\\[(]+|[*_`\\]).:]+$", "");
  }
}
