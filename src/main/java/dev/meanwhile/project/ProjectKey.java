package dev.meanwhile.project;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.meanwhile.Problem;
import java.util.regex.Pattern;

/// The user's own key for a project; two users may use the same one for different projects.
///
/// @param value 1–64 characters of `A–Z a–z 0–9 . _ -`
public record ProjectKey(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int SHOWN = 80;
  /// The project of what names none.
  public static final ProjectKey DEFAULT = new ProjectKey("default");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProjectKey {
    if (!SHAPE.matcher(value).matches()) {
      throw Problem.badField("project_id", "\"%s\" isn't a project key: 1 to 64 of A-Z, a-z, 0-9, "
          .formatted(value.substring(0, Math.min(SHOWN, value.length()))) + "'.', '_' and '-'");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
