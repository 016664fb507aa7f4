package dev.meanwhile.store;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says at start why the database can't be used, instead of showing who wanted it.
final class StoreUnreachableAnalyzer extends AbstractFailureAnalyzer<PoolInitializationException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, PoolInitializationException cause) {
    var why = cause.getCause() == null ? cause.getMessage() : cause.getCause().getMessage();
    return new FailureAnalysis("The database can't be used: " + why,
        "Start it, or correct spring.datasource.url, .username and .password. "
            + "meanwhile.store.start-timeout is how long a start waits for it.",
        cause);
  }
}
