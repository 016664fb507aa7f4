package dev.meanwhile.start;

import java.io.UncheckedIOException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says at start which file or folder is at fault, instead of showing who wanted it.
final class UnreadableAnalyzer extends AbstractFailureAnalyzer<UncheckedIOException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UncheckedIOException cause) {
    return new FailureAnalysis(cause.getMessage() + ": " + cause.getCause(), null, cause);
  }
}
