package dev.meanwhile.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An OpenAI-compatible server on a local port that says what the test tells it to, in order, and can fail in every way
/// that servers fail. It refuses, as OpenAI and strict local servers do, requests whose messages are in an invalid
/// order, and keeps what it was asked.
///
/// ```java
/// try (var server = ScriptedModelServer.start()) {
///   server.then(ScriptedReply.calls(call("list_tasks", "{}"))).then(ScriptedReply.says("You have none."));
///   …meanwhile.llm.base-url = server.baseUrl()…
/// }
/// ```
public final class ScriptedModelServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int BACKLOG = 500;

  /// What the server was asked.
  ///
  /// @param path for example `/v1/chat/completions`
  /// @param authorization the header, if there was one
  /// @param upgrade the header, if there was one
  /// @param body the whole request
  public record Asked(String path, @Nullable String authorization, @Nullable String upgrade,
      JsonNode body) {
    /// The messages sent, oldest first.
    public List<JsonNode> messages() {
      return body.path("messages").valueStream().toList();
    }

    /// The text of the last message with this role, or "".
    public String last(String role) {
      return messages().reversed().stream()
          .filter(it -> it.path("role").asString("").equals(role))
          .findFirst().map(it -> it.path("content").asString("")).orElse("");
    }

    /// The names of the tools offered.
    public List<String> tools() {
      return body.path("tools").valueStream().map(it -> it.at("/function/name").asString(""))
          .toList();
    }
  }

  private final ServerSocket socket;
  private final ConcurrentLinkedDeque<ScriptedReply> script = new ConcurrentLinkedDeque<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final Semaphore arrivals = new Semaphore(0);
  private final Semaphore hangUps = new Semaphore(0);
  private volatile Function<Asked, ScriptedReply> otherwise = _ -> ScriptedReply.status(500,
      "the script is at its end");

  private ScriptedModelServer(ServerSocket socket) {
    this.socket = socket;
  }

  /// Starts on a free port of the loopback address.
  public static ScriptedModelServer start() {
    try {
      var server = new ScriptedModelServer(
          new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
      Thread.ofVirtual().name("scripted-model").start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What `meanwhile.llm.base-url` must be.
  public String baseUrl() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/v1";
  }

  /// Adds the next reply to the script.
  public ScriptedModelServer then(ScriptedReply reply) {
    script.add(reply);
    return this;
  }

  /// What to answer when the script is at its end; without it, status 500.
  public ScriptedModelServer otherwise(Function<Asked, ScriptedReply> reply) {
    otherwise = reply;
    return this;
  }

  /// Everything the server was asked, oldest first.
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /// The newest request.
  public Asked lastAsked() {
    return asked.getLast();
  }

  /// Forgets the requests and hang-ups that weren't waited for, which an earlier test left.
  public void forget() {
    arrivals.drainPermits();
    hangUps.drainPermits();
  }

  /// Waits for the next request that wasn't waited for yet.
  public boolean awaitAsked(Duration limit) throws InterruptedException {
    return arrivals.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Waits until a client closes the connection of a reply that stalls.
  public boolean awaitHangUp(Duration limit) throws InterruptedException {
    return hangUps.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      var exchange = ScriptedExchange.read(connection, hangUps::release);
      var request = new Asked(exchange.path(), exchange.authorization(), exchange.upgrade(),
          JSON.readTree(exchange.body()));
      asked.add(request);
      arrivals.release();
      replyTo(request).write(exchange);
    } catch (IOException _) {
      hangUps.release(); // the client went while it was written to
    }
  }

  private ScriptedReply replyTo(Asked request) {
    var flaw = MessageOrder.flawOf(request.messages());
    if (flaw != null) {
      return ScriptedReply.status(400, flaw);
    }
    var next = script.poll();
    return next == null ? otherwise.apply(request) : next;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
