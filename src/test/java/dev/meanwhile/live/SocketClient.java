package dev.meanwhile.live;

import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A WebSocket that keeps all it got.
public final class SocketClient implements WebSocket.Listener, AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final WebSocket socket;
  private volatile int closed;

  /// Shakes hands as a user.
  ///
  /// @param query what follows the path, with its question mark
  public SocketClient(Api user, String query) {
    socket = http.newWebSocketBuilder().header("Authorization", "Bearer " + user.token())
        .subprotocols("meanwhile.v1")
        .buildAsync(
            URI.create("ws://localhost:%d/api/v1/ws%s".formatted(user.server().getPort(), query)),
            this)
        .join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
    text.append(piece);
    if (last) {
      frames.add(JSON.readTree(text.toString()));
      text.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed = code;
    return null;
  }

  String protocol() {
    return socket.getSubprotocol();
  }

  /// Sends a frame.
  public void say(String frame) {
    socket.sendText(frame, true).join();
  }

  List<JsonNode> frames() {
    return frames;
  }

  /// The first frame of a type, which may still have to come.
  public JsonNode frame(String type) {
    return first(frame -> frame.get("type").asString().equals(type));
  }

  /// The answer to the frame with this client ID, which may still have to come.
  public JsonNode answer(String clientId) {
    return first(frame -> frame.path("client_id").asString("").equals(clientId));
  }

  private JsonNode first(Predicate<JsonNode> fits) {
    await().atMost(EventClient.LIMIT).until(() -> frames.stream().anyMatch(fits));
    return frames.stream().filter(fits).findFirst().orElseThrow();
  }

  int closeCode() {
    return await().atMost(EventClient.LIMIT).until(() -> closed, code -> code != 0);
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }
}
