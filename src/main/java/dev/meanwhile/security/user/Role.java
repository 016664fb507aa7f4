package dev.meanwhile.security.user;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// What a user may do beside their own things: an admin makes and removes users and reads operational figures, but
/// never other users' content.
public enum Role {
  ADMIN, USER;

  /// The role as clients and the store spell it.
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role that the store spells like this.
  public static Role of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
