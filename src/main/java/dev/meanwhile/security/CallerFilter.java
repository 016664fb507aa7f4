package dev.meanwhile.security;

import dev.meanwhile.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who is calling, by token or by session. Both are looked up in the store each time, so that what was
/// revoked opens nothing.
final class CallerFilter extends OncePerRequestFilter {
  private final Credentials credentials;
  private final SameOrigin sameOrigin;

  CallerFilter(Credentials credentials, SameOrigin sameOrigin) {
    this.credentials = credentials;
    this.sameOrigin = sameOrigin;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    callerOf(request).ifPresent(caller -> {
      caller.attachTo(request);
      SecurityContextHolder.setContext(new SecurityContextImpl(authentication(caller)));
    });
    chain.doFilter(request, response);
  }

  private Optional<Caller> callerOf(HttpServletRequest request) {
    var token = Credentials.bearer(request);
    if (token != null) {
      var caller = credentials.callerWith(token);
      if (caller.isEmpty()) {
        throw Problem.unauthenticated("the access token isn't known, was revoked or has expired");
      }
      return caller;
    }
    var caller = credentials.callerOf(request.getSession(false));
    if (caller.isPresent()) {
      sameOrigin.demand(request);
    } else {
      sameOrigin.refuseOthers(request);
    }
    return caller;
  }

  private static UsernamePasswordAuthenticationToken authentication(Caller caller) {
    return UsernamePasswordAuthenticationToken.authenticated(caller.user().value(), null,
        List.of(new SimpleGrantedAuthority("ROLE_" + caller.role().name())));
  }
}
