package dev.meanwhile.trace;

/// Something about a requirement's wording that a reader should look at.
///
/// @param rule the rule's stable name, for example `vague-word`
/// @param requirementId the requirement
/// @param quote the words that the rule found, verbatim
/// @param why what is wrong with them
/// @param advice what to do, without inventing content
/// @param source where it stands
public record Finding(String rule, Severity severity, String requirementId, String quote,
    String why, String advice,
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
