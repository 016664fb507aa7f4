package dev.meanwhile.security;

import dev.meanwhile.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Keeps other sites from using a browser's session: a request that changes something, or opens a WebSocket, must come
/// from our own page.
@Component
class SameOrigin {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final PublicUrl publicUrl;

  SameOrigin(PublicUrl publicUrl) {
    this.publicUrl = publicUrl;
  }

  /// Refuses a request with a session cookie unless the browser says that it comes from our page.
  void demand(HttpServletRequest request) {
    if (changes(request) && !isSameOrigin(request, false)) {
      throw refusal();
    }
  }

  /// Refuses a request without a session only if the browser says that it comes from another site, so that nobody is
  /// signed in behind their back; programs send neither header.
  void refuseOthers(HttpServletRequest request) {
    if (changes(request) && !isSameOrigin(request, true)) {
      throw refusal();
    }
  }

  private static boolean changes(HttpServletRequest request) {
    return !READING.contains(request.getMethod())
        || "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
  }

  private boolean isSameOrigin(HttpServletRequest request, boolean ifUnsaid) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    var origin = request.getHeader("Origin");
    return origin == null ? ifUnsaid : publicUrl.isOwn(origin, request);
  }

  private static Problem refusal() {
    return Problem.crossOrigin("a browser's session works only from this server's own page");
  }
}
