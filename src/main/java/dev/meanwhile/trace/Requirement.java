package dev.meanwhile.trace;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
  private static final int TITLE_CHARACTERS = 80;

  /// What the document says about a requirement's validity.
  public enum Status {
    ACTIVE, DELETED, OPTIONAL, FUTURE, TBD;

    private static final String GOING = "(?:deleted|removed|withdrawn|obsoleted?|retired|superseded|rejected|cancel+ed|voided|void|dropped|"
        + "discontinued|deprecated|descoped|abandoned|struck out|not used|unused|reserved|no longer (?:used|required|needed|"
        + "valid|applicable|in use)|intentionally (?:left )?blank)";
    private static final String BECAUSE = "(?:in|by|per|see|with|as|since|from|for|due|after|on|at|under|and (?:replaced|moved|"
        + "merged)|rev(?:ision)?|version)";
    /// It begins with a word that says so, and what follows is the end, the old text behind a sign, or where and why.
    private static final Pattern GONE = Pattern.compile(
        "^\\W{0,4}(?:n/?a\\W{1,4})?(?:(?:this |the )?(?:requirement|req|number|identifier|id|item)? ?(?:id |number )?"
            + "(?:has been |have been |was |were |is |are |now |formally |intentionally ){0,2})?(?:"
            + GOING
            + "(?:\\W*$|\\s{0,9}(?:\\([^()]{0,60}\\)\\s{0,9})?[:.;\\])>}|–—]|\\s+-\\s"
            + "|(?:\\s+" + BECAUSE
            + "\\b|\\s{0,9}[,(])(?![\\s\\S]{0,2000}\\b(?:shall|must|should|will|can)\\b))"
            + "|(?:(?:merged|combined|incorporated) (?:into|with|in)|replaced by|moved to)\\s+[^\\n]{1,60}$)",
        Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKED_GONE = Pattern.compile(
        "^\\W{0,4}(?:(?:DELETED|REMOVED|WITHDRAWN|OBSOLETE|RETIRED|SUPERSEDED|CANCELL?ED)\\b"
            + "|(?:Deleted|Removed|Withdrawn|Obsolete)\\s+(?:[A-Z][a-z]*|[A-Z]{2,})\\s)"
            + "|[.;!]~{0,2}\\s{0,9}[–—-]?\\s{0,9}(?:DELETED|REMOVED|WITHDRAWN|OBSOLETE|RETIRED|CANCELL?ED)\\b[^.]{0,40}\\W*$"
            + "|[.;!]~{0,2}\\s+(?:Deleted|Removed|Withdrawn|Retired|Obsolete)(?: (?:in|by|per|with|since|as of|on) [^.]{1,40}(?:\\.\\d+)*)?\\.?\\s*$"
            + "|^\\s*(?:~~)?[^~]*~~\\W*$");
    private static final Pattern REMARKED_GONE = Pattern.compile(
        "[\\[(<{]\\s{0,9}(?:requirement |now )?(?:deleted|removed|withdrawn|obsolete|retired|superseded|cancell?ed|struck out)"
            + "(?:\\s{0,9}[,;:–-]?\\s{0,9}(?:in|by|per|see|with|since|as of|from|on|due to)\\b[^\\])>}]{0,60})?\\s{0,9}[\\])>}]",
        Pattern.CASE_INSENSITIVE);
    private static final Pattern LATER = Pattern.compile(
        "^\\W{0,3}(?:future|deferred|postponed)\\s*(?:[>:\\])-]|$)|[\\[(<{]\\s*(?:future|deferred)\\s*[\\])>}]",
        Pattern.CASE_INSENSITIVE);
    private static final Pattern MAYBE = Pattern.compile(
        "^\\W{0,3}optional\\s*(?:[>:\\])-]|$)|[\\[(<{]\\s*optional\\s*[\\])>}]",
        Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN = Pattern.compile("\\b(?:TBD|TBC|TBR|TBS)\\b");

    /// Reads the word of a status column, if there is one, and what the text itself says.
    public static Status of(@Nullable String status, String text) {
      return status == null || status.isBlank() ? of(text) : ofWord(status, text);
    }

    private static Status ofWord(String status, String text) {
      var byWord = of(status + ":");
      if (byWord != ACTIVE) {
        return byWord;
      }
      return OPEN.matcher(status.toUpperCase(Locale.ROOT)).find() ? TBD : of(text);
    }

    private static Status of(String text) {
      if (GONE.matcher(text).find() || MARKED_GONE.matcher(text).find()
          || REMARKED_GONE.matcher(text).find()) {
        return DELETED;
      }
      if (LATER.matcher(text).find()) {
        return FUTURE;
      }
      if (MAYBE.matcher(text).find()) {
        return OPTIONAL;
      }
      return OPEN.matcher(text).find() ? TBD : ACTIVE;
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
    SECURITY(
        "securit(?:y|ies)|encrypt\\w*|authenticat\\w*|authori[sz]\\w*|passwords?|access rights?|certificates?"),
    PERFORMANCE(
        "performance|latency|throughput|response time|(?:milli|micro)?seconds?|[0-9] ?(?:ms|Hz|s)"),
    USABILITY("usab\\w*|accessib\\w*|ergonomic\\w*|user[- ]friendly|easy to use|learn(?:able)?"),
    INTERFACE("interfaces?|protocols?|API|message format|ports?"),
    DATA("databases?|data (?:model|format|type|retention)|backups?|archiv\\w+"),
    CONSTRAINT(
        "constraints?|compl(?:y|iant|iance)|conform\\w*|standards?|licen[cs]e|written in|coding"),
    FUNCTIONAL("functional|function|feature");

    private final Pattern words;

    Kind(String words) {
      this.words = Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    /// Reads the word of a type column if it says anything, else the statement.
    public static Kind of(@Nullable String stated, String text) {
      var byWord = stated == null ? FUNCTIONAL : of(stated);
      return byWord != FUNCTIONAL || (stated != null && FUNCTIONAL.words.matcher(stated).find())
          ? byWord
          : of(Words.analysed(text));
    }

    private static Kind of(String words) {
      for (var kind : values()) {
        if (kind != FUNCTIONAL && kind.words.matcher(words).find()) {
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
