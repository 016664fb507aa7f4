package dev.meanwhile.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How users prove who they are.
///
/// @param bootstrapToken the first user's token; read at the first start only
/// @param bootstrapTokenFile a file with it, for secrets that shouldn't be variables
/// @param sessionTimeout how long an unused browser session lasts
/// @param signInCode how long a sign-in link works
/// @param tokensPerUser how many access tokens a user may have
@ConfigurationProperties("meanwhile.security")
record SecuritySettings(@Nullable String bootstrapToken, @Nullable Path bootstrapTokenFile,
    @DefaultValue("14d") Duration sessionTimeout, @DefaultValue("15m") Duration signInCode,
    @DefaultValue("100") int tokensPerUser) {

  /// The token that the operator chose for the first user; null when one is to be generated.
  @Nullable
  String chosenToken() throws IOException {
    var token = bootstrapTokenFile != null
        ? Files.readString(bootstrapTokenFile).strip()
        : bootstrapToken;
    return token == null || token.isBlank() ? null : token.strip();
  }

  /// Without the token.
  @Override
  public String toString() {
    return "SecuritySettings[sessionTimeout=%s, signInCode=%s, tokensPerUser=%d]".formatted(
        sessionTimeout, signInCode,
        tokensPerUser);
  }
}
