package dev.meanwhile.security;

import dev.meanwhile.security.user.Users;
import dev.meanwhile.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/// What callers show, and whether it holds.
@Component
public class Credentials {
  /// The name under which sessions of a user are found in the store.
  private static final String USER = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
  private static final String TOKEN = "token_id";
  private static final String BEARER = "Bearer ";

  private final AccessTokens tokens;
  private final Users users;
  private final SessionRepository<? extends Session> sessions;

  Credentials(AccessTokens tokens, Users users, SessionRepository<? extends Session> sessions) {
    this.tokens = tokens;
    this.users = users;
    this.sessions = sessions;
  }

  /// Whether a credential that held when a request began still does: false once the token is revoked or expired, the
  /// session ended, or the user removed. A few queries, so ask every few seconds at most.
  public boolean isStillValid(Credential credential) {
    return switch (credential) {
      case Credential.Token token -> tokens.holds(token.tokenId());
      case Credential.Session session ->
        sessions.findById(session.sessionId()) != null && holds(session.tokenId());
    };
  }

  private boolean holds(@Nullable UUID tokenId) {
    return tokenId == null || tokens.holds(tokenId);
  }

  /// The token of the `Authorization` header; null if there is none.
  static @Nullable String bearer(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? header.substring(BEARER.length()).strip()
        : null;
  }

  Optional<Caller> callerWith(String token) {
    return tokens.callerWith(token);
  }

  /// Who the browser's session belongs to, if it, the token behind it and the user are still there.
  Optional<Caller> callerOf(@Nullable HttpSession session) {
    if (session == null || !(session.getAttribute(USER) instanceof String name)) {
      return Optional.empty();
    }
    var tokenId = session.getAttribute(TOKEN) instanceof String text ? UUID.fromString(text) : null;
    if (!holds(tokenId)) {
      return Optional.empty();
    }
    return users.find(new UserId(name))
        .map(user -> new Caller(user.userId(), user.role(),
            new Credential.Session(session.getId(), tokenId)));
  }

  /// Opens a browser session, ending the one that the browser had.
  void openSession(HttpServletRequest request, UserId user, @Nullable UUID tokenId) {
    endSession(request);
    var session = request.getSession(true);
    session.setAttribute(USER, user.value());
    if (tokenId != null) {
      session.setAttribute(TOKEN, tokenId.toString());
    }
  }

  void endSession(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }
}
