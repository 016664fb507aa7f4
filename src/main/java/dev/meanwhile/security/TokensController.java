package dev.meanwhile.security;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.security.AccessTokens.AccessToken;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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
  /// The last time that four digits of a year can write.
  private static final Instant LAST_EXPIRY = Instant.parse("9999-12-31T23:59:59Z");

  record NewToken(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String name,
      @Nullable Instant expiresAt) {
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

  @Operation(operationId = "list_tokens", summary = "The caller's access tokens, without their secrets")
  @GetMapping
  Tokens list(UserId user) {
    return new Tokens(tokens.list(user));
  }

  @Operation(operationId = "create_token", summary = "Makes an access token; its secret is in this answer only")
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true, description = "Made")
  @ApiResponse(responseCode = "429", description = "The quota of tokens is used up")
  @PostMapping
  ResponseEntity<CreatedToken> create(UserId user, @RequestBody NewToken request) {
    var expiresAt = request.expiresAt;
    if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
      throw Problem.badField("expires_at", expiresAt + " is past");
    }
    if (expiresAt != null && expiresAt.isAfter(LAST_EXPIRY)) {
      throw Problem.badField("expires_at", "is after %s; leave it out for a token that lasts"
          .formatted(LAST_EXPIRY));
    }
    var secret = Secrets.token();
    var created = tokens.create(user, String.valueOf(request.name).strip(), secret,
        expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS));
    return ResponseEntity.created(URI.create("/api/v1/tokens/" + created.tokenId()))
        .body(new CreatedToken(created, secret));
  }

  @Operation(operationId = "revoke_token", summary = "Revokes an access token; its feeds close within seconds")
  @DeleteMapping("/{tokenId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(UserId user, @PathVariable UUID tokenId) {
    tokens.revoke(user, tokenId);
  }
}
