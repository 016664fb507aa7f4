package dev.meanwhile.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Writes whose outcome nobody in their transaction reads: kept until it is about to commit, and then sent together, in
/// their order, in one round trip. What they lock is locked for a moment only.
@Component
public class LastWrites {
  /// How many go in one round trip; the driver prepares each sequence of statements anew.
  private static final int TOGETHER = 8;

  private final JdbcTemplate jdbc;
  private final Map<String, ParsedSql> known = new ConcurrentHashMap<>();

  LastWrites(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  private record Write(String sql, List<@Nullable Object> values) {}

  /// A statement for rows that come one by one: each named value is a list, one element a row.
  private record Rows(String sql, Map<String, List<@Nullable String>> columns) {
    void add(Map<String, ? extends @Nullable Object> row) {
      row.forEach((name, value) -> columns.computeIfAbsent(name, _ -> new ArrayList<>())
          .add(value == null ? null : value.toString()));
    }

    Map<String, Object> parameters() {
      var parameters = new HashMap<String, Object>();
      columns.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
      return parameters;
    }
  }

  /// Adds a statement to the end of the current transaction.
  ///
  /// @param sql a constant with named parameters, which returns nothing
  /// @throws IllegalStateException without a transaction
  public void add(String sql, Map<String, ? extends @Nullable Object> parameters) {
    pending().writes.add(write(sql, parameters));
  }

  private Write write(String sql, Map<String, ? extends @Nullable Object> parameters) {
    var parsed = known.computeIfAbsent(sql, NamedParameterUtils::parseSqlStatement);
    var source = new MapSqlParameterSource(parameters);
    return new Write(NamedParameterUtils.substituteNamedParameters(parsed, source),
        Arrays.asList(NamedParameterUtils.buildValueArray(parsed, source, null)));
  }

  /// Adds a row to a statement that writes all rows of the current transaction at once, in the order in which they were
  /// added. Statements for rows are sent before all others.
  ///
  /// @param sql a constant in which each named parameter is an array of text, and which returns nothing
  /// @param row a value for each of the parameters; the same names each time
  /// @throws IllegalStateException without a transaction
  public void addRow(String sql, Map<String, ? extends @Nullable Object> row) {
    pending().rows.computeIfAbsent(sql, _ -> new Rows(sql, new HashMap<>())).add(row);
  }

  /// Says that others, which are called back before the commit themselves, will add to this transaction then.
  ///
  /// @throws IllegalStateException without a transaction
  public void expect() {
    pending();
  }

  /// Sends what the current transaction has added so far, for whoever reads it there.
  public void flush() {
    pending().send();
  }

  private Pending pending() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      throw new IllegalStateException("last writes are those of a transaction");
    }
    var bound = (Pending) TransactionSynchronizationManager.getResource(this);
    if (bound != null) {
      return bound;
    }
    var pending = new Pending();
    TransactionSynchronizationManager.bindResource(this, pending);
    TransactionSynchronizationManager.registerSynchronization(pending);
    return pending;
  }

  private void sendTogether(List<Write> writes) {
    var sql = writes.stream().map(Write::sql).collect(Collectors.joining(";\n"));
    jdbc.execute(sql, (PreparedStatementCallback<Boolean>) statement -> {
      int index = 1;
      for (var write : writes) {
        for (var value : write.values()) {
          set(statement, index++, value);
        }
      }
      return statement.execute();
    });
  }

  private static void set(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    StatementCreatorUtils.setParameterValue(statement, index, SqlTypeValue.TYPE_UNKNOWN, value);
  }

  /// The last writes of one transaction; the last to be called before its commit.
  private final class Pending implements TransactionSynchronization {
    private final Map<String, Rows> rows = new LinkedHashMap<>();
    private final List<Write> writes = new ArrayList<>();

    @Override
    public void beforeCommit(boolean readOnly) {
      send();
    }

    private void send() {
      var all = new ArrayList<Write>();
      rows.values().forEach(each -> all.add(write(each.sql(), each.parameters())));
      all.addAll(writes);
      rows.clear();
      writes.clear();
      for (int from = 0; from < all.size(); from += TOGETHER) {
        sendTogether(all.subList(from, Math.min(from + TOGETHER, all.size())));
      }
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(LastWrites.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(LastWrites.this, this);
    }

    @Override
    public void beforeCompletion() {
      TransactionSynchronizationManager.unbindResource(LastWrites.this);
    }
  }
}
