package dev.meanwhile.start;

import java.net.BindException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;

/// Says at start that this machine doesn't have the address of `server.address`.
final class CannotListenAnalyzer extends AbstractFailureAnalyzer<BindException> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
    return findCause(rootFailure, PortInUseException.class) == null
        ? new FailureAnalysis("The server can't listen at its address: " + cause.getMessage(),
            "Correct server.address and server.port: the address must be one of this machine, or 0.0.0.0.",
            cause)
        : null;
  }
}
