package dev.meanwhile.live;

import dev.meanwhile.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/// Shakes hands for a WebSocket. A controller like any other, so that who is calling, from which origin, and whether
/// the filters are their own is found out as everywhere else, and refused with the same problems.
@RestController
class SocketController {
  private final DefaultHandshakeHandler handshakes = new DefaultHandshakeHandler();
  private final SocketHandler handler;
  private final Openings openings;

  SocketController(SocketHandler handler, Openings openings) {
    this.handler = handler;
    this.openings = openings;
  }

  @Operation(operationId = "open_socket", summary = "The feed as a WebSocket (sub-protocol `meanwhile.v1`), which takes messages and cancels too")
  @ApiResponse(responseCode = "101", description = "The WebSocket is open")
  @GetMapping("/api/v1/ws")
  void open(Caller caller,
      @RequestParam(required = false) @Nullable Long after,
      @RequestParam(name = "conversation_id", required = false) @Nullable UUID conversationId,
      @RequestParam(name = "task_id", required = false) @Nullable UUID taskId,
      HttpServletRequest request, HttpServletResponse response) {
    var filter = openings.filter(caller.user(), conversationId, taskId);
    var opening = new SocketHandler.Opening(caller, filter,
        FeedReader.checked(after));
    var answer = new ServletServerHttpResponse(response);
    handshakes.doHandshake(new ServletServerHttpRequest(request), answer, handler,
        Map.of(SocketHandler.OPENING, opening));
    answer.close();
  }
}
