package dev.meanwhile.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;

/// Opens the store: the external PostgreSQL of `spring.datasource.url`, else an embedded one in the data folder.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
  private static final String REWRITE_BATCHES = "reWriteBatchedInserts";
  /// What is read by its key is in memory as a rule. Reckoned as if each row cost a turn of a disk, the tasks of a user
  /// who has many are read by bitmap, and then the dead versions of their rows are read again each time.
  private static final String OPTIONS = "-c random_page_cost=1.1 -c idle_in_transaction_session_timeout=";

  @Bean(destroyMethod = "stop")
  @ConditionalOnExpression("'${spring.datasource.url:}'.isBlank()")
  EmbeddedPostgres embeddedPostgres(DataDir dataDir, StoreSettings settings)
      throws IOException, InterruptedException {
    return EmbeddedPostgres.start(dataDir.create(), settings);
  }

  @Bean
  StoreAddress storeAddress(@Nullable EmbeddedPostgres embedded, DataSourceProperties external) {
    return embedded != null
        ? embedded.address()
        : new StoreAddress(orEmpty(external.getUrl()),
            orEmpty(external.getUsername()), orEmpty(external.getPassword()));
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
        " -c synchronous_commit=off");
    return new QuickStore(new HikariDataSource(config));
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
    config.addDataSourceProperty("ApplicationName", "meanwhile");
    config.addDataSourceProperty("connectTimeout", settings.connectionTimeout().toSeconds());
    config.addDataSourceProperty("socketTimeout", settings.statementTimeout().toSeconds());
    config.addDataSourceProperty("options",
        OPTIONS + settings.transactionPause().toMillis() + options);
    config.addDataSourceProperty("tcpKeepAlive", true);
    config.addDataSourceProperty(REWRITE_BATCHES, true);
    return config;
  }
}
