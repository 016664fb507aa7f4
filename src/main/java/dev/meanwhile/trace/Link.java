package dev.meanwhile.trace;

/// A link that a document states, or that an ID's own numbering does.
///
/// @param requirementId the requirement that the link starts at
/// @param target a requirement's ID, or a test's name as written
public record Link(String requirementId, Type type, String target) {

  /// What the requirement has to do with the target.
  public enum Type {
    /// The target is the requirement that this one refines.
    PARENT,
    /// The target is a test that the document names for this requirement.
    TEST;

    @Override
    public String toString() {
      return Words.lower(name());
    }
  }
}
