package dev.meanwhile.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.tomcat.websocket.Constants;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import tools.jackson.databind.node.ObjectNode;

/// One WebSocket: what goes out, and the pieces of the frame that comes in. The feed's thread and the one that answers
/// frames take turns in writing, so that a client that doesn't read isn't read from either.
final class Socket implements Outlet {
  /// A browser answers each ping; one that missed this many is gone.
  private static final int MISSED_PINGS = 4;

  private final WebSocketSession session;
  private final long maxFrame;
  private final ReentrantLock writing = new ReentrantLock();
  private final StringBuilder incoming = new StringBuilder();
  private long incomingBytes;

  Socket(WebSocketSession session, LiveSettings settings) {
    this.session = session;
    this.maxFrame = settings.maxFrame().toBytes();
    setDeadlines(settings.writeDeadline(), settings.heartbeat().multipliedBy(MISSED_PINGS));
  }

  private void setDeadlines(Duration write, Duration idle) {
    var tomcats = ((NativeWebSocketSession) session)
        .getNativeSession(jakarta.websocket.Session.class);
    if (tomcats != null) {
      tomcats.getUserProperties().put(Constants.BLOCKING_SEND_TIMEOUT_PROPERTY, write.toMillis());
      tomcats.getUserProperties().put(Constants.READ_IDLE_TIMEOUT_MS, idle.toMillis());
    }
  }

  /// Adds a piece of a frame and answers the whole text with the last one, else nothing. A frame that grows too large
  /// closes the socket.
  Optional<String> take(TextMessage piece) throws IOException {
    incomingBytes += piece.getPayloadLength();
    if (incomingBytes > maxFrame) {
      incoming.setLength(0);
      session.close(CloseStatus.TOO_BIG_TO_PROCESS);
      return Optional.empty();
    }
    incoming.append(piece.getPayload());
    return piece.isLast() ? Optional.of(whole()) : Optional.empty();
  }

  private String whole() {
    String text = incoming.toString();
    incoming.setLength(0);
    incoming.trimToSize();
    incomingBytes = 0;
    return text;
  }

  @Override
  public void begin() {
    // The handshake was the beginning.
  }

  @Override
  public void event(ObjectNode event) throws IOException {
    writing.lock();
    try {
      session.sendMessage(new TextMessage(event.toString()));
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void heartbeat(long seq) throws IOException {
    writing.lock();
    try {
      session.sendMessage(new PingMessage());
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void flush() {
    // Each frame is sent when it is written.
  }

  @Override
  public void end(Ending ending, long seq) throws IOException {
    session.close(switch (ending) {
      case LEFT -> CloseStatus.NORMAL;
      case SIGNED_OUT -> CloseStatus.POLICY_VIOLATION.withReason(ending.words());
      case DRAINING -> CloseStatus.SERVICE_RESTARTED.withReason(ending.words() + ", after " + seq);
    });
  }
}
