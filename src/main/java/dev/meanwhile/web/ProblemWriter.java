package dev.meanwhile.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes a failure as `application/problem+json`, whatever the caller accepts.
@Component
class ProblemWriter {
  private final JsonMapper json;

  ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  /// Does nothing once an answer has begun: the connection's end is all that the caller sees then.
  void write(Failure failure, String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(failure.status());
    failure.headers()
        .forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    var bytes = json
        .writeValueAsBytes(new ProblemBody(ProblemBody.TYPE + failure.code(), failure.title(),
            failure.status(), failure.detail(), path, failure.code(), failure.errors()));
    response.setContentLength(bytes.length);
    if (!"HEAD".equals(request.getMethod())) {
      response.getOutputStream().write(bytes);
    }
    response.flushBuffer();
  }
}
