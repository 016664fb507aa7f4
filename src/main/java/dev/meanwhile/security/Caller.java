package dev.meanwhile.security;

import dev.meanwhile.security.user.Role;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import jakarta.servlet.ServletRequest;

/// Who sent this request. Controllers take it, or only its [UserId], as a parameter.
///
/// @param credential what to ask [Credentials] about when the answer stays open
public record Caller(UserId user, Role role, Credential credential) {
  private static final String ATTRIBUTE = Caller.class.getName();

  /// The caller of a request that passed the door.
  ///
  /// @throws Problem unauthenticated, on a path that is open to all
  public static Caller of(ServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
      return caller;
    }
    throw Problem.unauthenticated("sign in first");
  }

  void attachTo(ServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  boolean isAdmin() {
    return role == Role.ADMIN;
  }
}
