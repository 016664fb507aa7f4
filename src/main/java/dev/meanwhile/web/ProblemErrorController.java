package dev.meanwhile.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers what the servlet container reports by itself, for example a path that its firewall refuses.
@RestController
@Hidden
class ProblemErrorController implements ErrorController {
  private final Failures failures;
  private final ProblemWriter writer;

  ProblemErrorController(Failures failures, ProblemWriter writer) {
    this.failures = failures;
    this.writer = writer;
  }

  @RequestMapping("${server.error.path:/error}")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    writer.write(failure(request), path, request, response);
  }

  private Failure failure(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
      return failures.of(thrown);
    }
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? code
        : 404;
    return Failure.of(HttpStatusCode.valueOf(status), "the request can't be answered");
  }
}
