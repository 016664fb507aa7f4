package dev.meanwhile.security;

import dev.meanwhile.security.user.Role;
import com.fasterxml.uuid.Generators;
import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Access tokens, which the store has only as hashes.
@Component
class AccessTokens {
  /// When a full list may have room again: only the user's own hand makes it.
  private static final Duration FULL_RETRY = Duration.ofMinutes(1);

  /// A token without its secret.
  record AccessToken(UUID tokenId, String name, Instant createdAt,
      @Nullable Instant expiresAt) {}

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecuritySettings settings;

  AccessTokens(JdbcClient jdbc, Clock clock, SecuritySettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  /// Stores the token of a user.
  ///
  /// @param secret shown to the user once, by whoever calls this
  @Transactional
  public AccessToken create(UserId user, String name, String secret, @Nullable Instant expiresAt) {
    refuseOverLimit(user);
    var token = new AccessToken(Generators.timeBasedEpochGenerator().generate(), name,
        clock.instant().truncatedTo(ChronoUnit.MILLIS), expiresAt);
    jdbc.sql(
        """
              insert into access_token (token_id, user_id, name, hash, created_at, expires_at) values (?, ?, ?, ?, ?, ?)
          """)
        .params(token.tokenId(), user.value(), name, Secrets.hash(secret),
            utc(token.createdAt()))
        .param(expiresAt == null ? null : utc(expiresAt)).update();
    return token;
  }

  private void refuseOverLimit(UserId user) {
    // the user's row is locked so that requests at the same time count each other
    jdbc.sql("select 1 from app_user where user_id = ? for update").param(user.value())
        .query(Integer.class).single();
    var count = jdbc.sql("select count(*) from access_token where user_id = ?").param(user.value())
        .query(Integer.class)
        .single();
    if (count >= settings.tokensPerUser()) {
      throw Problem.quota("tokens-per-user",
          "at most %d access tokens: revoke one first".formatted(count), FULL_RETRY);
    }
  }

  List<AccessToken> list(UserId user) {
    return jdbc.sql("select * from access_token where user_id = ? order by created_at, token_id")
        .param(user.value())
        .query(AccessTokens::read).list();
  }

  private static AccessToken read(ResultSet row, int index) throws SQLException {
    var expiresAt = row.getObject("expires_at", OffsetDateTime.class);
    return new AccessToken(row.getObject("token_id", UUID.class), row.getString("name"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        expiresAt == null ? null : expiresAt.toInstant());
  }

  void revoke(UserId user, UUID tokenId) {
    var revoked = jdbc.sql("delete from access_token where user_id = ? and token_id = ?")
        .params(user.value(), tokenId).update();
    if (revoked == 0) {
      throw Problem.notFound("token " + tokenId);
    }
  }

  /// Who has this token, if it holds.
  Optional<Caller> callerWith(String secret) {
    return jdbc.sql("""
      select user_id, role, token_id from access_token join app_user using (user_id)
      where hash = ? and (expires_at is null or expires_at > ?)
      """).params(Secrets.hash(secret), now()).query(AccessTokens::readCaller).optional();
  }

  private static Caller readCaller(ResultSet row, int index) throws SQLException {
    return new Caller(new UserId(row.getString("user_id")), Role.of(row.getString("role")),
        new Credential.Token(row.getObject("token_id", UUID.class)));
  }

  boolean holds(UUID tokenId) {
    return jdbc
        .sql(
            """
              select exists (select from access_token where token_id = ? and (expires_at is null or expires_at > ?))
              """)
        .params(tokenId, now()).query(Boolean.class).single();
  }

  private OffsetDateTime now() {
    return utc(clock.instant());
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
