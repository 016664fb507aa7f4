package dev.meanwhile.store;

import com.zaxxer.hikari.HikariDataSource;

/// The store for what may be forgotten when the database dies: commits don't wait for the disk. They are on it with the
/// next commit that does wait.
///
/// @param connections of their own, so that nothing else is ever committed over them
public record QuickStore(HikariDataSource connections) implements AutoCloseable {
  @Override
  public void close() {
    connections.close();
  }
}
