package dev.meanwhile.trace.extract.table;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.List;

/// What a table lists by the names of its columns, where that isn't requirements.
final class Subject {
  private static final Phrasebook BOOK = Phrasebook.of(Subject.class);
  private static final Phrases OTHER_THINGS = BOOK.phrases("other things");
  private static final Phrases DOCUMENTS = BOOK.phrases("documents");
  private static final Phrases QUESTIONS = BOOK.phrases("questions");
  private static final Phrases PEOPLE = BOOK.phrases("people");
  private static final int NAMING_COLUMNS = 2;

  private boolean ofOthers;
  private boolean ofDocuments;
  private boolean ofQuestions;

  /// Takes in a row that may be the header.
  void look(List<String> cells) {
    ofOthers |= cells.stream().limit(NAMING_COLUMNS).anyMatch(OTHER_THINGS::are);
    ofDocuments |= cells.stream().limit(NAMING_COLUMNS).anyMatch(DOCUMENTS::are);
    ofQuestions |= cells.stream().anyMatch(QUESTIONS::are);
  }

  /// Whether its IDs are those of other things, unless they say themselves that they are of requirements.
  boolean isOthers() {
    return ofOthers;
  }

  /// Whether it lists documents.
  boolean isDocuments() {
    return ofDocuments;
  }

  /// Whether it asks its reader something.
  boolean isQuestions() {
    return ofQuestions;
  }

  /// Whether one of the columns names people.
  static boolean arePeople(List<String> names) {
    return names.stream().anyMatch(PEOPLE::are);
  }
}
