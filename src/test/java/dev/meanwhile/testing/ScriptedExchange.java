package dev.meanwhile.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request and the raw way to answer it.
public final class ScriptedExchange {
  private final Socket connection;
  private final InputStream in;
  private final OutputStream out;
  private final Runnable onHangUp;
  private final String path;
  private final Map<String, String> headers;
  private final byte[] body;

  private ScriptedExchange(Socket connection, InputStream in, Runnable onHangUp)
      throws IOException {
    this.connection = connection;
    this.in = in;
    this.out = connection.getOutputStream();
    this.onHangUp = onHangUp;
    this.path = line().split(" ", 3)[1];
    this.headers = readHeaders();
    this.body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
  }

  static ScriptedExchange read(Socket connection, Runnable onHangUp) throws IOException {
    connection.setTcpNoDelay(true);
    return new ScriptedExchange(connection, new BufferedInputStream(connection.getInputStream()),
        onHangUp);
  }

  private Map<String, String> readHeaders() throws IOException {
    var found = new HashMap<String, String>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      var parts = line.split(":", 2);
      found.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
    }
    return found;
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the client closed the connection");
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  String path() {
    return path;
  }

  @Nullable
  String authorization() {
    return headers.get("authorization");
  }

  @Nullable
  String upgrade() {
    return headers.get("upgrade");
  }

  byte[] body() {
    return body;
  }

  /// Sends a status line, headers and a whole body.
  public void answer(int status, Map<String, String> more, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\nConnection: close\r\n");
    more.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    raw(head + "Content-Length: " + bytes.length + "\r\n\r\n" + text);
  }

  /// Begins an event stream.
  public void beginStream() throws IOException {
    raw(String.join("\r\n", "HTTP/1.1 200 OK", "Connection: close",
        "Content-Type: text/event-stream", "Transfer-Encoding: chunked", "", ""));
  }

  /// Sends text as one chunk of the stream.
  public void chunk(String text) throws IOException {
    var length = text.getBytes(StandardCharsets.UTF_8).length;
    raw(Integer.toHexString(length) + "\r\n" + text + "\r\n");
  }

  /// Ends the stream as HTTP wants it.
  public void endStream() throws IOException {
    raw("0\r\n\r\n");
  }

  /// Sends bytes as they are.
  public void raw(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /// Says nothing more until the client hangs up.
  public void stall() {
    try {
      while (in.read() >= 0) {
        // what the client still sends is of no interest
      }
    } catch (IOException _) {
      // hanging up with a reset is hanging up
    } finally {
      onHangUp.run();
    }
  }

  /// Breaks the connection in the middle of a chunk. Not with a reset, which may overtake what was sent before it.
  public void breakOff() throws IOException {
    raw("400\r\n: half a chunk");
    connection.close();
  }
}
