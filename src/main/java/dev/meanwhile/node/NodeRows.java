package dev.meanwhile.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table `node`. Only the database's clock counts in it.
@Component
class NodeRows {
  private static final String RENEW = """
    with before as (select lease_until from node where name = ?)
    insert into node (name, lease_until, started_at, version)
    values (?, now() + ? * interval '1 millisecond', now(), ?)
    on conflict (name) do update set lease_until = excluded.lease_until
    returning coalesce((select lease_until > now() from before), false)
    """;
  private static final String FORGET = "delete from node where lease_until < now() - ? * interval '1 millisecond'";
  private static final String REMOVE = "delete from node where name = ?";

  private final JdbcClient jdbc;

  NodeRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Set<String> alive() {
    return jdbc.sql("select name from node where lease_until > now()")
        .query((row, index) -> row.getString(1)).set();
  }

  /// All that are known, the newest first; dead ones are forgotten after a while.
  List<Node> all(int limit) {
    return jdbc.sql("""
      select name, version, started_at, extract(epoch from lease_until - now()) as left_seconds
      from node order by started_at desc, name limit ?
      """).param(limit).query((row, _) -> new Node(row.getString("name"),
        row.getString("version"), row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getDouble("left_seconds"))).list();
  }

  boolean isAlive(String name) {
    return jdbc.sql("select exists (select from node where name = ? and lease_until > now())")
        .param(name)
        .query(Boolean.class).single();
  }

  /// Renews on the caller's connection, so that a busy pool delays nothing.
  ///
  /// @return whether the lease held until now
  boolean renew(Connection connection, String name, Duration lease, String version)
      throws SQLException {
    try (var statement = connection.prepareStatement(RENEW)) {
      statement.setString(1, name);
      statement.setString(2, name);
      statement.setLong(3, lease.toMillis());
      statement.setString(4, version);
      try (var result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  void forget(Connection connection, Duration age) throws SQLException {
    try (var statement = connection.prepareStatement(FORGET)) {
      statement.setLong(1, age.toMillis());
      statement.executeUpdate();
    }
  }

  void remove(Connection connection, String name) throws SQLException {
    try (var statement = connection.prepareStatement(REMOVE)) {
      statement.setString(1, name);
      statement.executeUpdate();
    }
  }
}
