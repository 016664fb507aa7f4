package dev.meanwhile.live;

import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A reader of server-sent events that keeps all it got.
final class EventClient implements AutoCloseable {
  static final Duration LIMIT = Duration.ofSeconds(15);
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpResponse<InputStream> response;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;

  EventClient(Api user, String query, String... headers) throws IOException, InterruptedException {
    var request = user.request("/api/v1/events" + query).header("Accept", "text/event-stream");
    if (headers.length > 0) {
      request.headers(headers);
    }
    response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    reader = Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (var text = new BufferedReader(
        new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        lines.add(line);
      }
    } catch (IOException cut) {
      lines.add("cut: " + cut.getMessage());
    } catch (UncheckedIOException closed) {
      lines.add("closed");
    }
  }

  int status() {
    return response.statusCode();
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  List<String> lines() {
    return lines;
  }

  List<JsonNode> events() {
    return lines.stream().filter(line -> line.startsWith("data: "))
        .map(line -> JSON.readTree(line.substring("data: ".length()))).toList();
  }

  /// The first event of a type, which may still have to come.
  JsonNode event(String type) {
    Predicate<JsonNode> fits = event -> event.get("type").asString().equals(type);
    await().atMost(LIMIT).until(() -> events().stream().anyMatch(fits));
    return events().stream().filter(fits).findFirst().orElseThrow();
  }

  void awaitEvents(int count) {
    await().atMost(LIMIT).until(() -> events().size() >= count);
  }

  void awaitEnd(Duration limit) {
    await().atMost(limit).until(() -> !reader.isAlive());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
