package dev.meanwhile.trace;

import dev.meanwhile.phrase.Phrasebook;
import dev.meanwhile.phrase.Phrases;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One requirement, as its document states it.
///
/// @param id the document's own ID, or a generated one that stays the same while the wording does
/// @param title the document's own title, else the beginning of the text
/// @param text the statement, verbatim
/// @param status what the document says about its validity
/// @param pattern of its sentence
/// @param kind what it is about
/// @param tier whether it binds, or only sounds like a requirement
/// @param idOrigin whether the ID stands in the document
/// @param verification how it is to be verified, if the document says so
/// @param priority the document's word for it
/// @param rationale the document's reason for it
/// @param parents IDs of the requirements that it refines
/// @param source where it stands
/// @param textHash the fingerprint of the wording
public record Requirement(String id, String title, String text, Status status, Ears pattern,
    Kind kind, Tier tier, IdOrigin idOrigin,
    @Nullable Verification verification, @Nullable String priority, @Nullable String rationale,
    List<String> parents,
    Source source, String textHash) {
  private static final Phrasebook BOOK = Phrasebook.of(Requirement.class);
  private static final int TITLE_CHARACTERS = 80;

  /// What the document says about a requirement's validity.
  public enum Status {
    ACTIVE, DELETED, OPTIONAL, FUTURE, TBD;

    private static final Phrases GONE = BOOK.phrases("gone");
    private static final Phrases LATER = BOOK.phrases("later");
    private static final Phrases MAYBE = BOOK.phrases("maybe");
    private static final Phrases OPEN = BOOK.phrases("open");

    /// Reads the word of a status column, if there is one, and what the text itself says.
    public static Status of(@Nullable String status, String text) {
      return status == null || status.isBlank() ? of(text) : ofWord(status, text);
    }

    private static Status ofWord(String status, String text) {
      var byWord = of(status + ":");
      if (byWord != ACTIVE) {
        return byWord;
      }
      return OPEN.areIn(status.toUpperCase(Locale.ROOT)) ? TBD : of(text);
    }

    private static Status of(String text) {
      if (GONE.areIn(text)) {
        return DELETED;
      }
      if (LATER.areIn(text)) {
        return FUTURE;
      }
      if (MAYBE.areIn(text)) {
        return OPTIONAL;
      }
      return OPEN.areIn(text) ? TBD : ACTIVE;
    }

    /// Whether it is to be fulfilled now: everything but deleted and future requirements.
    public boolean isInForce() {
      return switch (this) {
        case ACTIVE, OPTIONAL, TBD -> true;
        case DELETED, FUTURE -> false;
      };
    }

    @Override
    public String toString() {
      return Words.lower(name());
    }
  }

  /// How sure it is that this is a requirement.
  public enum Tier {
    /// It has an ID of its own, or its wording binds.
    REQUIREMENT,
    /// Its wording wishes, permits or foretells: somebody has to decide.
    CANDIDATE;

    @Override
    public String toString() {
      return Words.lower(name());
    }
  }

  /// What a requirement is about.
  public enum Kind {
    SECURITY, PERFORMANCE, USABILITY, INTERFACE, DATA, CONSTRAINT, FUNCTIONAL;

    /// Reads the word of a type column if it says anything, else the statement.
    public static Kind of(@Nullable String stated, String text) {
      var byWord = stated == null ? FUNCTIONAL : of(stated);
      return byWord != FUNCTIONAL || (stated != null && FUNCTIONAL.isIn(stated))
          ? byWord
          : of(Words.analysed(text));
    }

    private boolean isIn(String words) {
      return BOOK.phrases(toString()).areIn(words);
    }

    private static Kind of(String words) {
      for (var kind : values()) {
        if (kind != FUNCTIONAL && kind.isIn(words)) {
          return kind;
        }
      }
      return FUNCTIONAL;
    }

    @Override
    public String toString() {
      return Words.lower(name());
    }
  }

  /// Where an ID came from.
  public enum IdOrigin {
    EXPLICIT, GENERATED;

    @Override
    public String toString() {
      return Words.lower(name());
    }
  }

  public Requirement {
    if (id.isBlank() || text.isBlank()) {
      throw new IllegalArgumentException(
          "a requirement needs an ID and a text, not '" + id + "': '" + text + "'");
    }
    parents = List.copyOf(parents);
    pattern = pattern == null ? Ears.of(text) : pattern;
    kind = kind == null ? Kind.of(null, text) : kind;
  }

  /// Whether test cases are expected for it: it is in force, and not verified by inspection or analysis alone.
  public boolean wantsTest() {
    return status.isInForce() && (verification == null || !verification.excludesTest());
  }

  /// The same statement, taken for a requirement that binds.
  public Requirement raised() {
    return new Requirement(id, title, text, status, pattern, kind, Tier.REQUIREMENT, idOrigin,
        verification, priority, rationale, parents, source, textHash);
  }

  /// The document's own title, unless it only repeats the ID; else the beginning of the text.
  public static String titleOf(@Nullable String title, String id, String text) {
    return title == null || title.isBlank() || title.strip().equals(id)
        ? Words.shortened(text, TITLE_CHARACTERS)
        : Words.oneLine(title);
  }
}
