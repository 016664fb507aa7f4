package dev.meanwhile.trace;

/// Something about a requirement's wording that a reader should look at.
///
/// @param rule the rule's stable name, for example `vague-word`
/// @param requirementId the requirement
/// @param quote the words that the rule found, verbatim
/// @param start where the quote begins in the requirement's text, or 0
/// @param end where it ends, exclusive
/// @param why what is wrong with them
/// @param advice what to do, without inventing content
/// @param source where it stands
public record Finding(String rule, Severity severity, String requirementId, String quote,
    int start, int end, String why, String advice,
    Source source) {

  /// How much it matters.
  public enum Severity {
    ERROR, WARNING, INFO;

    @Override
    public String toString() {
      return Words.lower(name());
    }
  }
}
