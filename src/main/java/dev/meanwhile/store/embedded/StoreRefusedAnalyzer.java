package dev.meanwhile.store.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Shows a refusal at start as its sentence instead of a stack trace.
final class StoreRefusedAnalyzer extends AbstractFailureAnalyzer<StoreRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, StoreRefused cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
