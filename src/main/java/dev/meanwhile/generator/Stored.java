package dev.meanwhile.generator;

import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.task.handler.PermanentFailure;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The JSON form in which generators keep matrices, test cases and reports: the components of the records in their
/// order, in snake case, so that the same content is the same bytes.
public final class Stored {
  /// The kinds of artifacts that generators make, as [NewArtifact#kind()] knows them.
  public static final String RTM = "rtm", TEST_CASES = "test_cases", TESTS = "tests",
      COVERAGE = "coverage",
      TEXT = "text", STRUCTURE = "structure", OTHER = "other";

  private static final JsonMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
      .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
      .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES) // earlier schemas lack fields
      .enable(SerializationFeature.INDENT_OUTPUT).build();

  private Stored() {}

  /// The content as an artifact.
  public static NewArtifact json(String name, String kind, Object content) {
    return new NewArtifact(name, kind, "application/json", JSON.writeValueAsBytes(content));
  }

  /// The content as JSON text.
  public static String text(Object content) {
    return JSON.writeValueAsString(content);
  }

  /// Reads what [#json] wrote.
  ///
  /// @throws PermanentFailure when the artifact holds something else, with its name
  public static <T> T read(String name, byte[] content, Class<T> type) {
    try {
      return JSON.readValue(content, type);
    } catch (JacksonException | IllegalArgumentException e) {
      throw new PermanentFailure("unreadable_artifact",
          name + ": it isn't in the form that this version writes; make it again");
    }
  }
}
