package dev.meanwhile.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/// Every failure leaves as problem details, and says nothing about the inside.
@MeanwhileTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {
  private static final String PROBE = "/api/v1/probe";

  private final Api nobody;
  private Api api;

  @Autowired
  ProblemsTest(Api nobody) {
    this.nobody = nobody;
    this.api = nobody;
  }

  @BeforeEach
  void signIn() {
    api = nobody.admin();
  }

  private static void assertProblem(Api.Answer answer, int status, String code) {
    assertThat(answer.json().path("code").asString()).as(answer.text()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().path("type").asString()).isEqualTo("urn:meanwhile:problem:" + code);
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
    assertThat(answer.json().path("title").asString()).isNotBlank();
    assertThat(answer.json().path("instance").asString()).startsWith("/");
    assertThat(answer.text()).doesNotContain("dev.meanwhile", "Exception", "java.", "jackson",
        "tools.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      // the wrong body | the field | what is said
      "{\"some_number\":1,\"surplus\":2} | surplus | unknown field",
      "{\"some_number\":1,\"someText\":\"camel\"} | someText | unknown field",
      "{\"some_number\":1,\"inner\":{\"surplus\":2}} | inner.surplus | unknown field",
      "{\"some_number\":\"5\"} | some_number | whole number",
      "{\"some_number\":1.5} | some_number | whole number",
      "{\"some_number\":null} | some_number | whole number",
      "{\"some_number\":99999999999} | some_number | whole number",
      "{\"some_number\":1,\"some_text\":5} | some_text | a string",
      "{\"some_number\":1,\"some_text\":{}} | some_text | a string",
      "{\"some_number\":1,\"some_text\":\"a\\u0000b\"} | some_text | NUL",
      "{\"some_number\":1,\"some_text\":\"\\ud800\"} | some_text | half of a surrogate pair",
      "{\"some_number\":1,\"inner\":{\"deep_text\":\"\\udc00\"}} | inner.deep_text | surrogate",
      "{\"some_number\":1,\"colour\":\"BLUE\"} | colour | one of red, green",
      "{\"some_number\":1,\"colour\":7} | colour | one of red, green",
      "{\"some_number\":1,\"inner\":[]} | inner | an object",
      "{\"some_number\":1,\"many\":{}} | many | an array",
      "{\"some_number\":1,\"many\":[{},{\"deep_text\":\"bad\"}]} | many[1].deep_text | is bad",
      "{\"some_number\":1,\"inner\":{\"deep_text\":\"bad\"}} | inner.deep_text | is bad",
      "{\"some_number\":1,\"some_id\":\"x\"} | some_id | a UUID",
      "{\"some_number\":1,\"some_time\":\"yesterday\"} | some_time | a time"})
  void aWrongFieldIsNamedByItsPath(String body, String field, String said) {
    var answer = api.post(PROBE, body);
    assertProblem(answer, 400, "bad_field");
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    assertThat(answer.json().at("/errors/0/message").asString()).contains(said);
    assertThat(answer.json().path("detail").asString()).contains(field);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "{\"some_number\": | malformed JSON at line 1",
      "{\"some_number\":1} {} | JSON", "[] | must be an object", "nonsense | malformed JSON",
      "{\"some_number\":1,\"some_number\":2} | malformed JSON"})
  void aBodyThatIsNoJsonObjectIsRefused(String body, String said) {
    var answer = api.post(PROBE, body);
    assertProblem(answer, 400, "bad_request");
    assertThat(answer.json().path("detail").asString()).contains(said);
  }

  @ParameterizedTest
  @Tag("MW-API-003")
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      // the path | the wrong body | the field | what is said
      "/api/v1/projects | {} | project_id | is missing",
      "/api/v1/projects | {\"project_id\":null} | project_id | is missing",
      "/api/v1/projects | {\"project_id\":5} | project_id | a string",
      "/api/v1/tokens | {\"name\":\"a\\u0000\"} | name | NUL",
      "/api/v1/tokens | {\"name\":\"a\",\"expires_at\":\"+300000-01-01T00:00:00Z\"} | expires_at | is after",
      "/api/v1/tasks/generate-rtm | {\"project_id\":\"p\",\"requirements_content\":\"\\ud800\"} | requirements_content | surrogate"})
  void whatNoStoreCanKeepIsTheCallersMistake(String path, String body, String field,
      String said) {
    var answer = api.post(path, body);
    assertProblem(answer, 400, "bad_field");
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    assertThat(answer.json().at("/errors/0/message").asString()).contains(said);
  }

  @Test
  void aListWhereAnObjectIsWantedIsCalledThat() {
    var answer = api.post("/api/v1/tasks/coverage-analysis", "[]");
    assertProblem(answer, 400, "bad_request");
    assertThat(answer.json().path("detail").asString()).contains("must be an object");
  }

  @Test
  void jsonIsTheOnlyFormOfBodies() {
    var yaml = "application/yaml";
    assertProblem(api.with("Content-Type", yaml).post("/api/v1/projects", "project_id: p"), 415,
        "unsupported_type");
    assertProblem(api.with("Accept", yaml).get("/api/v1/me"), 406, "not_acceptable");
  }

  @Test
  void aMissingBodyIsRefused() {
    assertProblem(api.with("Content-Type", "application/json").send("POST", PROBE, null), 400,
        "bad_request");
  }

  @Test
  void aParameterThatIsMissingOrWrongIsNamed() {
    for (var path : new String[]{PROBE, PROBE + "?number=many"}) {
      var answer = api.get(path);
      assertProblem(answer, 400, "bad_field");
      assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("number");
    }
  }

  @Test
  @Tag("MW-ERR-001")
  void aParameterThatAPathHasNotIsNamed() {
    for (var path : List.of("/api/v1/tasks?statsu=failed", "/api/v1/tasks?limit=1&statsu=failed",
        "/api/v1/conversations?statsu=1", "/api/v1/projects?statsu", "/api/v1/events?statsu=1")) {
      var answer = api.get(path);
      assertProblem(answer, 400, "bad_field");
      assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("statsu");
    }
    assertThat(api.get("/api/v1/tasks?statsu=failed").text()).contains("task_type",
        "conversation_id");
    assertThat(api.get("/api/v1/tasks?task%5Ftype=generate_rtm&&limit=5").status()).isEqualTo(200);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertProblem(api.get("/api/v1/nowhere"), 404, "not_found");
    assertProblem(api.get(PROBE + "/not-a-uuid"), 404, "not_found");
    assertProblem(nobody.get("/missing.css"), 404, "not_found");
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() {
    var answer = api.send("PUT", PROBE, "{}");
    assertProblem(answer, 405, "method_not_allowed");
    assertThat(answer.header("Allow")).contains("GET", "POST");
  }

  @Test
  void aWrongMediaTypeIsRefused() {
    assertProblem(api.with("Content-Type", "text/xml").post(PROBE, "<a/>"), 415,
        "unsupported_type");
    assertProblem(api.with("Accept", "image/png").get(PROBE + "?number=1"), 406, "not_acceptable");
  }

  @Test
  void aProblemIsAProblemEvenForWhoWantsAnEventStream() {
    assertProblem(api.with("Accept", "text/event-stream").get(PROBE + "/stream"), 404, "not_found");
    assertProblem(nobody.with("Accept", "text/html").get("/api/v1/me"), 401, "unauthenticated");
  }

  @Test
  void aQuotaSaysWhichAndWhen() {
    var answer = api.get(PROBE + "/quota");
    assertProblem(answer, 429, "quota_per_user_pending");
    assertThat(answer.header("Retry-After")).isEqualTo("2");
    assertThat(answer.header("RateLimit")).isEqualTo("\"quota_per_user_pending\";r=0;t=2");
  }

  @Test
  @Tag("MW-ERR-002")
  void aBugIsLoggedOnceAndTellsOnlyItsIncident(CapturedOutput output) {
    var answer = api.get(PROBE + "/bug");
    assertProblem(answer, 500, "internal_server_error");
    assertThat(answer.text()).doesNotContain("vault", "mw_topsecret");
    var incident = answer.json().path("detail").asString().replaceFirst(".*incident ", "");
    assertThat(output.getOut().lines().filter(line -> line.contains(incident))).hasSize(1);
    assertThat(output.getOut().lines().filter(line -> line.contains("select secret from vault")))
        .hasSize(1);
  }

  @Test
  @Tag("MW-ERR-003")
  void aBodyOverTheLimitIsRefusedWithTheLimitsName() {
    var body = "{\"some_text\":\"" + "x".repeat(10_000_000) + "\",\"some_number\":1}";
    var answer = api.post(PROBE, body);
    assertProblem(answer, 413, "too_large");
    assertThat(answer.json().path("detail").asString()).contains("meanwhile.web.max-body",
        "8388608 bytes");
  }

  @Test
  void aBodyOverTheLimitIsRefusedEvenIfItsLengthIsNotSaid() {
    var body = "{\"some_text\":\"" + "x".repeat(10_000_000) + "\",\"some_number\":1}";
    var response = api.send(api.request(PROBE).header("Content-Type", "application/json")
        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body))).build());
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("meanwhile.web.max-body");
  }

  @Test
  void anUploadOverTheLimitIsRefusedWithTheLimitsName() {
    var part = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
    var answer = api.with("Content-Type", "multipart/form-data; boundary=b").post(PROBE + "/upload",
        part + "x".repeat(33 << 20) + "\r\n--b--\r\n");
    assertProblem(answer, 413, "too_large");
    assertThat(answer.json().path("detail").asString()).contains("meanwhile.files.max-size");
  }

  @Test
  void anUploadWithoutItsPartIsRefusedByName() {
    var answer = api.with("Content-Type", "multipart/form-data; boundary=b").post(PROBE + "/upload",
        "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n");
    assertProblem(answer, 400, "bad_field");
    assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("file");
    var broken = api.with("Content-Type", "multipart/form-data; boundary=b").post(PROBE + "/upload",
        "nonsense");
    assertThat(broken.status()).isEqualTo(400);
  }

  @Test
  void aPathThatTheContainerRefusesIsAProblemToo() {
    assertProblem(api.get("/api/v1//double;x=1/%2e%2e/etc"), 400, "bad_request");
    assertThat(api.get("/api/v1/%00").text()).doesNotContain("Tomcat", "<html");
  }

  @Test
  void whatIsRightPasses() {
    var body = Map.of("some_number", 5, "some_text", "Größe ✓", "colour", "RED", "owner",
        "someone");
    var answer = api.post(PROBE, body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("some_text").asString()).isEqualTo("Größe ✓");
  }
}
