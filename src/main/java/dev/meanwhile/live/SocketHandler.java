package dev.meanwhile.live;

import dev.meanwhile.security.Caller;
import dev.meanwhile.Problem;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.SubProtocolCapable;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/// The feed over a WebSocket: a virtual thread of its own reads the feed, the container's thread takes frames.
@Component
class SocketHandler extends TextWebSocketHandler implements SubProtocolCapable {
  static final String PROTOCOL = "meanwhile.v1";
  /// The attribute of the handshake that holds what the feed begins with.
  static final String OPENING = "meanwhile.opening";
  private static final String LINE = "meanwhile.line";
  private static final Logger log = LoggerFactory.getLogger(SocketHandler.class);

  private final Connections connections;
  private final FrameAnswers answers;
  private final LiveSettings settings;

  SocketHandler(Connections connections, FrameAnswers answers, LiveSettings settings) {
    this.connections = connections;
    this.answers = answers;
    this.settings = settings;
  }

  /// What a handshake asked for.
  record Opening(Caller caller, FeedFilter filter, @Nullable Long after) {}

  private record Line(Socket socket, FeedReader reader) {}

  @Override
  public List<String> getSubProtocols() {
    return List.of(PROTOCOL);
  }

  /// Frames come in pieces, so that a connection has a large buffer only while it sends a large frame.
  @Override
  public boolean supportsPartialMessages() {
    return true;
  }

  @Override
  public void afterConnectionEstablished(WebSocketSession session) throws IOException {
    var opening = (Opening) Objects.requireNonNull(session.getAttributes().get(OPENING));
    var socket = new Socket(session, settings);
    try {
      var reader = connections.open(opening.caller(), opening.filter(), socket);
      session.getAttributes().put(LINE, new Line(socket, reader));
      Thread.ofVirtual().name("feed-" + session.getId())
          .start(() -> read(reader, opening, session));
    } catch (Problem full) {
      session.close(CloseStatus.SERVICE_OVERLOAD.withReason(full.code()));
    }
  }

  private void read(FeedReader reader, Opening opening, WebSocketSession session) {
    try (session) {
      reader.run(opening.after());
    } catch (IOException | InterruptedException | IllegalStateException gone) {
      log.debug("feed of {} ended: {}", opening.caller().user(), gone.toString());
    } catch (RuntimeException failure) {
      log.error("feed of {} failed", opening.caller().user(), failure);
    } finally {
      connections.close(reader);
    }
  }

  @Override
  protected void handleTextMessage(WebSocketSession session, TextMessage piece) throws IOException {
    if (session.getAttributes().get(LINE) instanceof Line line) {
      var text = line.socket().take(piece);
      if (text.isPresent()) {
        line.socket().event(answers.answer(line.reader(), text.get()));
      }
    }
  }

  @Override
  public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
    if (session.getAttributes().get(LINE) instanceof Line line) {
      line.reader().end(Ending.LEFT);
    }
  }
}
