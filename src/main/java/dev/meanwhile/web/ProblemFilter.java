package dev.meanwhile.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers what the filters below throw: the door's refusals, a body over the limit, a store that is away while the
/// session is looked up. Outermost but for the measuring ones.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ProblemFilter extends OncePerRequestFilter {
  private final Failures failures;
  private final ProblemWriter writer;

  ProblemFilter(Failures failures, ProblemWriter writer) {
    this.failures = failures;
    this.writer = writer;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException | ServletException e) {
      writer.write(failures.of(e), request.getRequestURI(), request, response);
    }
  }
}
