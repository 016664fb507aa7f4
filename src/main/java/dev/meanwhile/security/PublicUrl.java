package dev.meanwhile.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where browsers find this server. Nothing that a proxy adds to a request is trusted in its place.
///
/// @param publicUrl `meanwhile.public-url`, for example `https://chat.example.org`; null: the address itself
@ConfigurationProperties("meanwhile")
public record PublicUrl(@Nullable URI publicUrl) {

  public PublicUrl {
    if (publicUrl != null && (publicUrl.getHost() == null || !isHttp(publicUrl))) {
      throw new IllegalArgumentException(
          "meanwhile.public-url \"%s\" must be like https://chat.example.org".formatted(publicUrl));
    }
  }

  private static boolean isHttp(URI url) {
    return "https".equals(url.getScheme()) || "http".equals(url.getScheme());
  }

  /// Whether cookies may only travel encrypted.
  public boolean isSecure() {
    return publicUrl != null && "https".equals(publicUrl.getScheme());
  }

  /// The page's address for a server on this port of the same machine.
  String page(int port) {
    return publicUrl != null
        ? publicUrl.toString().replaceFirst("/+$", "")
        : "http://localhost:" + port;
  }

  /// Whether a browser's `Origin` is this server.
  boolean isOwn(String origin, HttpServletRequest request) {
    var own = publicUrl != null
        ? originOf(publicUrl)
        : request.getScheme() + "://" + request.getHeader("Host");
    return origin.toLowerCase(Locale.ROOT).equals(own.toLowerCase(Locale.ROOT));
  }

  private static String originOf(URI url) {
    var port = url.getPort();
    var usual = "https".equals(url.getScheme()) ? 443 : 80;
    return url.getScheme() + "://" + url.getHost()
        + (port == -1 || port == usual ? "" : ":" + port);
  }
}
