package dev.meanwhile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// Whose something is. Comes from the server's own sign-in, never from a request body or a model.
///
/// @param value 1–64 characters of `a–z 0–9 . _ -`, beginning with a letter or digit
public record UserId(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

  public UserId {
    if (!SHAPE.matcher(value).matches()) {
      throw Problem.badField("user_id",
          "\"%s\" isn't a user ID: 1 to 64 of a-z, 0-9, '.', '_' and '-', "
              .formatted(value) + "beginning with a letter or digit");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
