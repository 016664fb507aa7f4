package dev.meanwhile.security;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.security.AccessTokens.AccessToken;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The caller's own access tokens.
@RestController
@RequestMapping("/api/v1/tokens")
class TokensController {
  private static final int NAME_LIMIT_CHARACTERS = 100;

  record NewToken(@Nullable String name, @Nullable Instant expiresAt) {
    NewToken {
      if (name == null || name.isBlank() || name.length() > NAME_LIMIT_CHARACTERS) {
        throw Problem.badField("name", "1 to %d characters".formatted(NAME_LIMIT_CHARACTERS));
      }
    }
  }

  record Tokens(List<AccessToken> tokens) {}

  /// @param token the secret, in this answer only
  record CreatedToken(@JsonUnwrapped AccessToken accessToken, String token) {}

  private final AccessTokens tokens;
  private final Clock clock;

  TokensController(AccessTokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @GetMapping
  Tokens list(UserId user) {
    return new Tokens(tokens.list(user));
  }

  @PostMapping
  ResponseEntity<CreatedToken> create(UserId user, @RequestBody NewToken request) {
    var expiresAt = request.expiresAt;
    if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
      throw Problem.badField("expires_at", expiresAt + " is past");
    }
    var secret = Secrets.token();
    var created = tokens.create(user, String.valueOf(request.name).strip(), secret,
        expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS));
    return ResponseEntity.created(URI.create("/api/v1/tokens/" + created.tokenId()))
        .body(new CreatedToken(created, secret));
  }

  @DeleteMapping("/{tokenId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(UserId user, @PathVariable UUID tokenId) {
    tokens.revoke(user, tokenId);
  }
}
