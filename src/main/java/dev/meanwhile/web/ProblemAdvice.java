package dev.meanwhile.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/// Answers what controllers, and Spring on their behalf, throw.
@ControllerAdvice
class ProblemAdvice {
  private final Failures failures;
  private final ProblemWriter writer;

  ProblemAdvice(Failures failures, ProblemWriter writer) {
    this.failures = failures;
    this.writer = writer;
  }

  @ExceptionHandler
  void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    writer.write(failures.of(thrown), request.getRequestURI(), request, response);
  }

  /// The caller has gone: there is nobody to answer.
  @ExceptionHandler
  void ignore(AsyncRequestNotUsableException gone) {}
}
