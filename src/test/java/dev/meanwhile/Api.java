package dev.meanwhile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// A client of the running server, over real HTTP. The injected one is nobody; [#admin()] and [#newUser()] are
/// somebody.
public final class Api {

  /// Makes the client injectable.
  @TestConfiguration(proxyBeanMethods = false)
  static class Bean {
    @org.springframework.context.annotation.Bean
    @Lazy
    Api api(Environment environment) {
      return new Api(
          URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port")),
          Path.of(environment.getRequiredProperty("meanwhile.data-dir"), "token"), "", Map.of());
    }
  }

  /// What came back. `json` is a missing node if the body is no JSON.
  public record Answer(int status, JsonNode json, String text, HttpHeaders headers) {
    /// The first value of a header, or "".
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final HttpClient CLIENT = HttpClient.newBuilder()
      .version(HttpClient.Version.HTTP_1_1).build();

  /// For bodies and answers, in snake case like the server's.
  public static final JsonMapper JSON = JsonMapper.builder()
      .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final URI server;
  private final Path adminToken;
  private final String user;
  private final Map<String, String> headers;

  private Api(URI server, Path adminToken, String user, Map<String, String> headers) {
    this.server = server;
    this.adminToken = adminToken;
    this.user = user;
    this.headers = headers;
  }

  /// A client of another server than the shared one.
  ///
  /// @param adminToken the file that the server's first start wrote
  public static Api at(URI server, Path adminToken) {
    return new Api(server, adminToken, "", Map.of());
  }

  /// The address of the server, without a slash at the end.
  public URI server() {
    return server;
  }

  /// Whom this client signs in as; "" for nobody.
  public String user() {
    return user;
  }

  /// The access token that this client sends.
  public String token() {
    return headers.getOrDefault("Authorization", "").replaceFirst("^Bearer ", "");
  }

  /// The admin that the first start made.
  public Api admin() {
    try {
      return as("local", Files.readString(adminToken).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A user of this test's own, made by the admin.
  public Api newUser() {
    return newUser("user");
  }

  /// A user of this test's own with this role.
  public Api newUser(String role) {
    var name = "u-" + UUID.randomUUID();
    var created = admin().post("/api/v1/users", Map.of("user_id", name, "role", role));
    return as(name, created.json().path("token").asString());
  }

  /// Sends this token.
  public Api as(String name, String token) {
    return new Api(server, adminToken, name, headers).with("Authorization", "Bearer " + token);
  }

  /// Sends this header with each request.
  public Api with(String header, String value) {
    var more = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(header, value);
    return new Api(server, adminToken, user, more);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  /// The body as it is.
  public byte[] bytes(String path) {
    try {
      return CLIENT.send(request(path).build(), BodyHandlers.ofByteArray()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  /// Sends the body, as it is if it is a string, else as JSON.
  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  /// Sends the body, as it is if it is a string, else as JSON.
  public Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  /// Sends the body, as it is if it is a string, else as JSON; none if it is null.
  public Answer send(String method, String path, @org.jspecify.annotations.Nullable Object body) {
    var request = request(path).method(method,
        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body)));
    if (body != null && !headers.containsKey("Content-Type")) {
      request.setHeader("Content-Type", "application/json");
    }
    return answer(send(request.build()));
  }

  /// Uploads one file and gives its ID, or fails with what the server said.
  public String upload(String project, String name, byte[] content) {
    var answer = tryUpload(project, name, content);
    if (answer.status() != 201) {
      throw new AssertionError(answer.text());
    }
    return answer.json().path("files").path(0).path("file_id").asString();
  }

  /// Uploads one file.
  public Answer tryUpload(String project, String name, byte[] content) {
    var boundary = "b-" + UUID.randomUUID();
    var head = "--%s\r\nContent-Disposition: form-data; name=\"files\"; filename=\"%s\"\r\n\r\n"
        .formatted(boundary, name).getBytes(StandardCharsets.UTF_8);
    var tail = "\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8);
    var request = request("/api/v1/projects/" + project + "/files")
        .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(BodyPublishers.concat(BodyPublishers.ofByteArray(head),
            BodyPublishers.ofByteArray(content), BodyPublishers.ofByteArray(tail)))
        .build();
    return answer(send(request));
  }

  private static String text(Object body) {
    return body instanceof String text ? text : JSON.writeValueAsString(body);
  }

  /// A request of this client, for what the methods above don't do.
  public HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(server + path)).timeout(LIMIT);
    headers.forEach(request::setHeader);
    return request;
  }

  /// Sends a request made with [#request(String)].
  public HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Answer answer(HttpResponse<String> response) {
    var isJson = response.headers().firstValue("Content-Type").orElse("").contains("json");
    return new Answer(response.statusCode(),
        isJson ? JSON.readTree(response.body()) : JsonNodeFactory.instance.missingNode(),
        response.body(),
        response.headers());
  }
}
