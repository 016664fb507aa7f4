package dev.meanwhile.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// Where the store is, for those who need a connection of their own beside the pool.
///
/// @param url a JDBC URL of PostgreSQL
public record StoreAddress(String url, String username, String password) {
  private static final String CONNECT_SECONDS = "5";

  /// Opens a connection that belongs to the caller.
  ///
  /// @param purpose shown in `pg_stat_activity`
  /// @throws SQLException when the store is away
  public Connection connect(String purpose) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", username);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "meanwhile " + purpose);
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("loginTimeout", CONNECT_SECONDS);
    properties.setProperty("tcpKeepAlive", "true");
    return DriverManager.getConnection(url, properties);
  }

  /// Without the password.
  @Override
  public String toString() {
    return "%s as %s".formatted(url, username);
  }
}
