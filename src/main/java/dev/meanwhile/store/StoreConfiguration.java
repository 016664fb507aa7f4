package dev.meanwhile.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.meanwhile.store.embedded.EmbeddedPostgres;
import dev.meanwhile.store.embedded.StoreRefused;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// Opens the store: the external PostgreSQL of `spring.datasource.url`, else an embedded one in the data folder.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
  /// Rows are read by their keys, and are in memory as a rule: reckoned as if each cost a turn of a disk, those of a user
  /// who has many would be read by bitmap. A scan by bitmap reads the dead versions of rows again each time, where one by
  /// index marks them, and so a busy table would get slower until it is vacuumed. No statement runs for so long that it is
  /// worth being compiled.
  private static final String OPTIONS = "-c random_page_cost=1.1 -c enable_bitmapscan=off -c jit=off "
      + "-c idle_in_transaction_session_timeout=";
  /// Claims are planned while no ticket waits and are run when thousands do: not by reading them all.
  private static final String QUICK_OPTIONS = " -c synchronous_commit=off -c enable_seqscan=off "
      + "-c plan_cache_mode=force_generic_plan";

  @Bean(destroyMethod = "stop")
  @ConditionalOnExpression("'${spring.datasource.url:}'.isBlank()")
  EmbeddedPostgres embeddedPostgres(DataDir dataDir, StoreSettings settings)
      throws IOException, InterruptedException {
    return EmbeddedPostgres.start(dataDir.create(), settings.startTimeout(),
        settings.poolSize() + settings.quickPoolSize());
  }

  @Bean
  StoreAddress storeAddress(@Nullable EmbeddedPostgres embedded, DataSourceProperties external) {
    return embedded != null
        ? new StoreAddress(embedded.url(), embedded.username(), embedded.password())
        : new StoreAddress(postgres(orEmpty(external.getUrl())),
            orEmpty(external.getUsername()), orEmpty(external.getPassword()));
  }

  @Bean
  ThreadPoolTaskSchedulerCustomizer tellsOfTheStoreInALine() {
    return scheduler -> scheduler.setErrorHandler(StoreTrouble::tell);
  }

  /// The parameters, which may hold a password, aren't repeated.
  private static String postgres(String url) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new StoreRefused("spring.datasource.url \"%s\" must be like %s"
          .formatted(url.replaceFirst("[?].*", "?…").replaceFirst("//[^/@]*@", "//…@"),
              "jdbc:postgresql://host:5432/name"));
    }
    return url;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  @Bean
  HikariDataSource dataSource(StoreAddress address, StoreSettings settings) {
    return new HikariDataSource(pool(address, settings, "store", settings.poolSize(), ""));
  }

  @Bean
  @DependsOn("dataSource") // which tells what is wrong when there is no store
  QuickStore quickStore(StoreAddress address, StoreSettings settings) {
    var config = pool(address, settings, "quick store", settings.quickPoolSize(),
        QUICK_OPTIONS);
    return new QuickStore(new HikariDataSource(config));
  }

  /// Migrations have connections of their own, without the limits of statements and transactions: on a large store one may
  /// take longer than these, and meanwhile the connection that holds Flyway's lock is silent within its transaction.
  @Bean(defaultCandidate = false)
  @FlywayDataSource
  @DependsOn("dataSource") // which waits for a store that recovers
  DataSource migrations(StoreAddress address) {
    return new AbstractDataSource() {
      @Override
      public Connection getConnection() throws SQLException {
        return address.connect("migrations");
      }

      @Override
      public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("only the user of the store migrates it");
      }
    };
  }

  private static HikariConfig pool(StoreAddress address, StoreSettings settings, String name,
      int size, String options) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(address.url());
    config.setUsername(address.username());
    config.setPassword(address.password());
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(settings.connectionTimeout().toMillis());
    config.setValidationTimeout(settings.connectionTimeout().toMillis() / 2);
    config.setInitializationFailTimeout(settings.startTimeout().toMillis());
    Map.of("ApplicationName", "meanwhile",
        "connectTimeout", seconds(settings.connectionTimeout()),
        "socketTimeout", seconds(settings.statementTimeout()),
        "options", OPTIONS + settings.transactionPause().toMillis() + options,
        "tcpKeepAlive", true)
        .forEach((key, value) -> tellDriver(config, key, value));
    return config;
  }

  /// The driver knows whole seconds, and takes none for no limit.
  static long seconds(Duration limit) {
    return Math.max(1, limit.toSeconds());
  }

  /// The driver reads text only, and the pool hands anything else on as it is: unread, without a word.
  private static void tellDriver(HikariConfig config, String name, Object value) {
    config.addDataSourceProperty(name, value.toString());
  }
}
