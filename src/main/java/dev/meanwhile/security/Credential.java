package dev.meanwhile.security;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a caller proved who they are. Open feeds keep it and ask [Credentials] whether it still holds.
public sealed interface Credential {

  /// An access token.
  record Token(UUID tokenId) implements Credential {}

  /// A browser's session.
  ///
  /// @param sessionId the session's own ID, as the store has it
  /// @param tokenId the token that was pasted to sign in: the session ends with it; null after a sign-in link
  record Session(String sessionId, @Nullable UUID tokenId) implements Credential {}
}
