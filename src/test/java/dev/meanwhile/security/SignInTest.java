package dev.meanwhile.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import dev.meanwhile.TestClock;
import dev.meanwhile.UserId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MeanwhileTest
class SignInTest {
  private static final String SIGN_IN = "/api/v1/sign-in";

  @Autowired
  Api api;
  @Autowired
  SignInCodes codes;
  @Autowired
  Credentials credentials;
  @Autowired
  JdbcClient jdbc;
  @Autowired
  TestClock clock;

  private Api browserOf(Api.Answer signedIn) {
    assertThat(signedIn.status()).isEqualTo(200);
    return api.with("Cookie", signedIn.header("Set-Cookie").replaceFirst(";.*", "")).with(
        "Sec-Fetch-Site",
        "same-origin");
  }

  private Api signedIn(Api user) {
    return browserOf(api.post(SIGN_IN, Map.of("token", user.token())));
  }

  private String sessionOf(Api user) {
    return jdbc.sql("select session_id from spring_session where principal_name = ?")
        .param(user.user())
        .query((row, index) -> row.getString(1)).single();
  }

  @Test
  void aPastedTokenOpensASessionThatTheStoreKnowsByUser() {
    var user = api.newUser();
    var answer = api.post(SIGN_IN, Map.of("token", user.token()));
    assertThat(answer.json().path("user_id").asString()).isEqualTo(user.user());
    assertThat(answer.header("Set-Cookie")).startsWith("meanwhile_session=")
        .contains("HttpOnly", "SameSite=Strict",
            "Path=/")
        .doesNotContain("Secure");
    assertThat(browserOf(answer).get("/api/v1/me").json().path("user_id").asString())
        .isEqualTo(user.user());
    assertThat(sessionOf(user)).isNotEmpty();
  }

  @Test
  @Tag("MW-SEC-005")
  void aSignInCodeWorksOnce() {
    var user = api.newUser();
    var code = Map.of("code", codes.create(new UserId(user.user())));
    assertThat(browserOf(api.post(SIGN_IN, code)).get("/api/v1/me").status()).isEqualTo(200);
    var again = api.post(SIGN_IN, code);
    assertThat(again.status()).isEqualTo(401);
    assertThat(again.header("Set-Cookie")).isEmpty();
  }

  @Test
  @Tag("MW-SEC-006")
  void aSignInCodeIsTooOldAfterAQuarterOfAnHour() {
    var code = codes.create(new UserId(api.newUser().user()));
    clock.advance(Duration.ofMinutes(15).plusSeconds(1));
    assertThat(api.post(SIGN_IN, Map.of("code", code)).status()).isEqualTo(401);
  }

  @Test
  void aWrongTokenOrNothingAtAllIsRefused() {
    assertThat(api.post(SIGN_IN, Map.of("token", "mw_wrong")).status()).isEqualTo(401);
    assertThat(api.post(SIGN_IN, Map.of()).status()).isEqualTo(400);
  }

  @Test
  void signingOutEndsTheSession() {
    var user = api.newUser();
    var browser = signedIn(user);
    var session = new Credential.Session(sessionOf(user), null);
    assertThat(credentials.isStillValid(session)).isTrue();
    assertThat(browser.post("/api/v1/sign-out", "").status()).isEqualTo(204);
    assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(credentials.isStillValid(session)).isFalse();
  }

  @Test
  void signingInAgainEndsTheSessionBefore() {
    var user = api.newUser();
    var before = signedIn(user);
    browserOf(before.post(SIGN_IN, Map.of("token", user.token())));
    assertThat(before.get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void aSessionEndsWithTheTokenThatOpenedIt() {
    var user = api.newUser();
    var browser = signedIn(user);
    var token = user.get("/api/v1/tokens").json().at("/tokens/0/token_id").asString();
    assertThat(browser.delete("/api/v1/tokens/" + token).status()).isEqualTo(204);
    assertThat(browser.get("/api/v1/me").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @Tag("MW-SEC-007")
  @CsvSource({"Sec-Fetch-Site, same-origin, 201", "Sec-Fetch-Site, same-site, 403",
      "Sec-Fetch-Site, cross-site, 403",
      "Sec-Fetch-Site, none, 403", "Origin, own, 201", "Origin, https://evil.example, 403",
      "Origin, null, 403",
      "X-Nothing, said, 403"})
  void aSessionChangesThingsOnlyFromOurOwnPage(String header, String value, int status) {
    var cookie = api.with("Cookie", cookieOf(api.newUser()));
    var answer = cookie.with(header, value.equals("own") ? api.server().toString() : value).post(
        "/api/v1/tokens",
        Map.of("name", "made by a page"));
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().path("code").asString("cross_origin")).isEqualTo("cross_origin");
  }

  private String cookieOf(Api user) {
    return api.post(SIGN_IN, Map.of("token", user.token())).header("Set-Cookie").replaceFirst(";.*",
        "");
  }

  @Test
  void aSessionReadsWithoutSayingWhereFrom() {
    assertThat(api.with("Cookie", cookieOf(api.newUser())).get("/api/v1/me").status())
        .isEqualTo(200);
  }

  @Test
  void aTokenNeedsNoOrigin() {
    var user = api.newUser();
    assertThat(user.post("/api/v1/tokens", Map.of("name", "by a program")).status()).isEqualTo(201);
    assertThat(user.with("Origin", "https://elsewhere.example")
        .post("/api/v1/tokens", Map.of("name", "too")).status())
        .isEqualTo(201);
  }

  @Test
  void anotherSiteCanSignNobodyIn() {
    var answer = api.with("Origin", "https://evil.example").post(SIGN_IN,
        Map.of("token", api.newUser().token()));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void aWebSocketHandshakeWithASessionNeedsOurOrigin() {
    var cookie = cookieOf(api.newUser());
    assertThat(handshake(cookie, "https://evil.example")).isEqualTo(403);
    assertThat(handshake(cookie, api.server().toString())).isNotEqualTo(403);
  }

  private int handshake(String cookie, String origin) {
    try {
      var socket = java.net.http.HttpClient.newHttpClient().newWebSocketBuilder()
          .header("Cookie", cookie)
          .header("Origin", origin)
          .buildAsync(java.net.URI.create("ws" + api.server().toString().substring(4)
              + "/api/v1/ws"), new java.net.http.WebSocket.Listener() {
              })
          .join();
      socket.abort();
      return 101;
    } catch (java.util.concurrent.CompletionException e) {
      if (e.getCause() instanceof java.net.http.WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  @Test
  void anUnknownCookieIsNobody() {
    assertThat(
        api.with("Cookie", "meanwhile_session=bm90LWEtc2Vzc2lvbg==").get("/api/v1/me").status())
        .isEqualTo(401);
  }
}
