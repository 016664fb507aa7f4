package dev.meanwhile.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/// Answers requests that Tomcat refuses before they reach the application, for example a malformed address. Made by
/// Tomcat itself, by name.
public final class ProblemValve extends ErrorReportValve {
  private static final int FIRST_ERROR = 400;

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    try {
      write(Failure.of(HttpStatusCode.valueOf(response.getStatus()), "the request can't be read"),
          response);
    } catch (IOException e) {
      container.getLogger().debug("the caller has gone", e);
    }
  }

  /// Nothing of the request is repeated, so nothing needs escaping.
  private static void write(Failure failure, Response response) throws IOException {
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.getOutputStream().write("""
      {"type":"%s%s","title":"%s","status":%d,"detail":"%s","instance":"/","code":"%s"}"""
        .formatted(ProblemBody.TYPE, failure.code(), failure.title(), failure.status(),
            failure.detail(), failure.code())
        .getBytes(StandardCharsets.UTF_8));
    response.finishResponse();
  }
}
