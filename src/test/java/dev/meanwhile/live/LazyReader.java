package dev.meanwhile.live;

import static org.awaitility.Awaitility.await;

import dev.meanwhile.Api;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Opens a feed and never reads a byte of it.
@Component
class LazyReader {
  /// A write's deadline, and the time to fill what lies between.
  private static final Duration CUT_OFF = Duration.ofSeconds(40);

  private final MeterRegistry meters;
  private final Happenings happenings;

  LazyReader(MeterRegistry meters, Happenings happenings) {
    this.meters = meters;
    this.happenings = happenings;
  }

  /// Lets 300 large things happen and waits until the server gives up.
  ///
  /// @param request the path, and the headers that follow the token
  void isCutOff(Api user, String request) throws IOException {
    await().atMost(CUT_OFF).until(() -> openFeeds() == 0);
    try (var socket = open(user, request)) {
      await().atMost(EventClient.LIMIT).until(() -> openFeeds() == 1);
      happenings.tell(user, 300, "x".repeat(100_000));
      await().atMost(CUT_OFF).until(() -> openFeeds() == 0);
      if (!socket.isConnected()) {
        throw new AssertionError("it was the reader who left");
      }
    }
  }

  private double openFeeds() {
    return meters.get("meanwhile.live.connections").gauge().value();
  }

  private static Socket open(Api user, String request) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4096);
    int port = user.server().getPort();
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    var lines = request.split("\n", 2);
    socket.getOutputStream().write("""
      GET %s HTTP/1.1
      Host: 127.0.0.1:%d
      Authorization: Bearer %s
      %s
      """.formatted(lines[0], port, user.token(), lines.length == 2 ? lines[1] : "")
        .replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    return socket;
  }
}
