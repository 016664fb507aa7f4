package dev.meanwhile.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A link that a document states, or that an ID's own numbering does.
///
/// @param requirementId the requirement that the link starts at
/// @param target a requirement's ID, or a test's name as written
/// @param steps the steps of the test that the document names for this requirement
/// @param result what the document says the test came to
/// @param suspect whether the requirement was reworded since the link was made, and nothing was run again
public record Link(String requirementId, Type type, String target, List<String> steps,
    @Nullable Result result, boolean suspect) {

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

  /// What a test came to, as a document says it.
  ///
  /// @param original the words of the document
  /// @param build what was tested, if the document says so
  public record Result(Outcome outcome, String original, @Nullable String build) {}

  public Link {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /// A link without steps and result.
  public Link(String requirementId, Type type, String target) {
    this(requirementId, type, target, List.of(), null, false);
  }

  /// Whether both say the same of the same ends.
  public boolean joins(Link other) {
    return type == other.type && requirementId.equals(other.requirementId)
        && target.equals(other.target);
  }

  /// The same link, to be looked at again.
  public Link suspected() {
    return new Link(requirementId, type, target, steps, result, true);
  }

  /// The same link, which needn't be looked at again.
  public Link trusted() {
    return new Link(requirementId, type, target, steps, result, false);
  }
}
