package dev.meanwhile.trace.test;

import dev.meanwhile.trace.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One test case, derived from a requirement's wording and to be reviewed before use. This is the schema of the stored
/// test cases too.
///
/// @param id `TC-<requirement>-<number>`
/// @param key the fingerprint of what the case is about: requirement ID, technique, data. A later run that derives a case
/// with this key gives it the same ID
/// @param title what is tested, in the requirement's own words
/// @param requirementIds the requirements that it tests, at least one
/// @param fingerprints of each of these requirements the fingerprint of the wording that the case was made from; another
/// one means that the case is suspect
/// @param technique the technique of ISO/IEC/IEEE 29119-4, or `requirement-based`
/// @param sourceQuote the words of the requirement that the case rests on, verbatim but for white space
/// @param priority the requirement's priority, as its document states it
/// @param preconditions what holds before the first step
/// @param testData values with the words they come from
/// @param steps in order, at least one
/// @param postconditions what holds after the last step
/// @param verificationMethod the requirement's method, as its document states it
/// @param automation where the rendered test is
/// @param origin `rule` or `model`
/// @param ruleId the rule or prompt that derived it
/// @param confidence `high`, `medium` or `low`: how directly the wording supports it
/// @param notes what a reviewer has to add or decide
public record TestCase(String id, String key, String title, List<String> requirementIds,
    Map<String, String> fingerprints, Type type, String technique,
    String sourceQuote, @Nullable String priority, List<String> preconditions, List<Datum> testData,
    List<Step> steps,
    List<String> postconditions, @Nullable String verificationMethod,
    @Nullable Automation automation, String origin,
    String ruleId, String confidence, List<String> notes) {

  /// What a case tests with.
  public enum Type {
    /// Input and state that the requirement accepts.
    POSITIVE,
    /// Input or state that the requirement's words reject or forbid.
    NEGATIVE,
    /// Values at, just below and just above a stated bound.
    BOUNDARY,
    /// A stated time, rate or duration.
    PERFORMANCE,
    /// Inside or outside of a stated state.
    STATE;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A value of the test.
  ///
  /// @param unit the unit as written, if there is one
  /// @param sourceQuote the words of the requirement that the value comes from
  public record Datum(String name, String value, @Nullable String unit, String sourceQuote) {}

  /// One action and what has to be seen.
  ///
  /// @param n the number, from 1
  public record Step(int n, String action, String expected, List<String> requirementIds) {
    public Step {
      requirementIds = List.copyOf(requirementIds);
    }
  }

  /// Where the rendered test is, and that nobody has filled it in yet.
  ///
  /// @param status `pending`
  public record Automation(String framework, String file, String symbol, String status) {}

  public TestCase {
    if (requirementIds.isEmpty() || steps.isEmpty()) {
      throw new IllegalArgumentException("test case " + id + " needs a requirement and a step");
    }
    sourceQuote = Objects.requireNonNullElse(sourceQuote, "");
    key = Objects.requireNonNullElse(key, "");
    requirementIds = List.copyOf(requirementIds);
    fingerprints = InOrder.copy(fingerprints);
    preconditions = List.copyOf(preconditions);
    testData = List.copyOf(testData);
    steps = List.copyOf(steps);
    postconditions = List.copyOf(postconditions);
    notes = List.copyOf(notes);
  }

  /// The fingerprint of what a case is about.
  ///
  /// @param data what sets the case apart from others of the requirement and technique
  public static String key(String requirementId, String technique, String data) {
    return Words.hash(requirementId + "\0" + technique + "\0" + data);
  }

  /// The same case under another ID.
  public TestCase withId(String newId) {
    return new TestCase(newId, key, title, requirementIds, fingerprints, type, technique,
        sourceQuote, priority,
        preconditions,
        testData, steps,
        postconditions, verificationMethod, automation, origin, ruleId, confidence, notes);
  }

  /// The same case under another key.
  TestCase withKey(String newKey) {
    return new TestCase(id, newKey, title, requirementIds, fingerprints, type, technique,
        sourceQuote, priority,
        preconditions, testData, steps, postconditions, verificationMethod, automation, origin,
        ruleId, confidence, notes);
  }

  /// The same case, rendered.
  public TestCase withAutomation(Automation rendered) {
    return new TestCase(id, key, title, requirementIds, fingerprints, type, technique, sourceQuote,
        priority,
        preconditions,
        testData, steps,
        postconditions, verificationMethod, rendered, origin, ruleId, confidence, notes);
  }
}
