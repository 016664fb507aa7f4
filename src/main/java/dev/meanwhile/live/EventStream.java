package dev.meanwhile.live;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.ObjectNode;

/// Server-sent events on a servlet response. Only the request's own thread writes.
final class EventStream implements Outlet {
  private final HttpServletResponse response;

  private final Duration retry;

  EventStream(HttpServletResponse response, Duration retry) {
    this.response = response;
    this.retry = retry;
  }

  @Override
  public void begin() throws IOException {
    response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    print("retry: " + retry.toMillis() + "\n\n");
  }

  @Override
  public void event(ObjectNode event) throws IOException {
    var seq = event.get("seq");
    String id = seq == null ? "" : "id: " + seq.asLong() + "\n";
    print(id + "event: " + event.get("type").asString() + "\ndata: " + event + "\n\n");
  }

  /// A comment, and the number as an ID without data: a browser notes it and fires no event.
  @Override
  public void heartbeat(long seq) throws IOException {
    print(": still here\nid: " + seq + "\n\n");
    flush();
  }

  @Override
  public void flush() throws IOException {
    response.flushBuffer();
  }

  @Override
  public void end(Ending ending, long seq) throws IOException {
    print(": " + ending.words() + "\nid: " + seq + "\n\n");
    flush();
  }

  private void print(String text) throws IOException {
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
