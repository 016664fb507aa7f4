package dev.meanwhile.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says at start which settings have no meaning, and which were perhaps meant.
final class UnknownSettingsAnalyzer extends AbstractFailureAnalyzer<SettingsCheck.Unknown> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, SettingsCheck.Unknown cause) {
    return new FailureAnalysis(cause.getMessage(),
        "Correct or remove it. The table in README.md, section Configuration, lists all settings.",
        cause);
  }
}
