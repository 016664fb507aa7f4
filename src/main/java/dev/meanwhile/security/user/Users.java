package dev.meanwhile.security.user;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The users of this installation.
@Component
public class Users {
  /// Serialises what must see all users at once, over all nodes.
  private static final long LOCK = 0x6d65616e_75736572L;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Users(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /// That user, if there is one.
  public Optional<User> find(UserId user) {
    return jdbc.sql("select * from app_user where user_id = ?").param(user.value())
        .query(Users::read).optional();
  }

  /// All users by their IDs.
  public List<User> list() {
    return jdbc.sql("select * from app_user order by user_id").query(Users::read).list();
  }

  private static User read(ResultSet row, int index) throws SQLException {
    return new User(new UserId(row.getString("user_id")), Role.of(row.getString("role")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  /// Makes the user.
  ///
  /// @throws Problem conflict, if the name is taken
  @Transactional
  public User create(UserId user, Role role) {
    var created = new User(user, role, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    var inserted = jdbc
        .sql(
            "insert into app_user (user_id, role, created_at) values (?, ?, ?) on conflict do nothing")
        .params(user.value(), role.word(), utc(created.createdAt())).update();
    if (inserted == 0) {
      throw Problem.conflict("there is a user \"%s\" already".formatted(user));
    }
    return created;
  }

  /// Removes the user with all that is theirs; their tokens and sessions hold no longer.
  ///
  /// @throws Problem notFound; conflict for the last admin
  @Transactional
  public void remove(UserId user) {
    lock();
    var leaving = find(user).orElseThrow(() -> Problem.notFound("user " + user));
    if (leaving.role() == Role.ADMIN
        && list().stream().filter(each -> each.role() == Role.ADMIN).count() == 1) {
      throw Problem.conflict("\"%s\" is the last admin".formatted(user));
    }
    events.publishEvent(new UserRemoved(user));
    jdbc.sql("delete from spring_session where principal_name = ?").param(user.value()).update();
    jdbc.sql("delete from app_user where user_id = ?").param(user.value()).update();
  }

  /// Until the transaction ends no other node makes the first user or removes one.
  public void lock() {
    jdbc.sql("select pg_advisory_xact_lock(?) is null").param(LOCK).query(Boolean.class).single();
  }

  /// Whether nobody has been made yet.
  public boolean isEmpty() {
    return jdbc.sql("select not exists (select from app_user)").query(Boolean.class).single();
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
