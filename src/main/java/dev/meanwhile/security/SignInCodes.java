package dev.meanwhile.security;

import dev.meanwhile.UserId;
import java.time.Clock;
import java.util.Optional;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Codes of sign-in links: each works once, for a short time.
@Component
class SignInCodes {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecuritySettings settings;

  SignInCodes(JdbcClient jdbc, Clock clock, SecuritySettings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.settings = settings;
  }

  String create(UserId user) {
    var code = Secrets.code();
    jdbc.sql("delete from sign_in_code where expires_at < ?").param(utc(clock.instant()))
        .update();
    jdbc.sql("insert into sign_in_code (hash, user_id, expires_at) values (?, ?, ?)")
        .params(Secrets.hash(code), user.value(),
            utc(clock.instant().plus(settings.signInCode())))
        .update();
    return code;
  }

  /// Uses the code up.
  Optional<UserId> redeem(String code) {
    return jdbc.sql("delete from sign_in_code where hash = ? and expires_at > ? returning user_id")
        .params(Secrets.hash(code), utc(clock.instant()))
        .query((row, index) -> new UserId(row.getString(1)))
        .optional();
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
