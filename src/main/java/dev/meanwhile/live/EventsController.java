package dev.meanwhile.live;

import dev.meanwhile.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The feed as server-sent events. The request's own virtual thread reads the feed until it ends.
@RestController
class EventsController {
  private final Connections connections;
  private final Openings openings;
  private final LiveSettings settings;

  EventsController(Connections connections, Openings openings, LiveSettings settings) {
    this.connections = connections;
    this.openings = openings;
    this.settings = settings;
  }

  @Operation(operationId = "listen", summary = "The feed as server-sent events, from a number on or from now on")
  @ApiResponse(responseCode = "200", description = "Events without end", content = @Content(mediaType = "text/event-stream", schema = @Schema(type = "string")))
  @ApiResponse(responseCode = "429", description = "Too many feeds are open")
  @GetMapping(value = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void events(Caller caller,
      @RequestParam(required = false) @Nullable Long after,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
      @RequestParam(name = "conversation_id", required = false) @Nullable UUID conversationId,
      @RequestParam(name = "task_id", required = false) @Nullable UUID taskId,
      HttpServletResponse response) throws IOException, InterruptedException {
    var filter = openings.filter(caller.user(), conversationId, taskId);
    // A browser that comes back repeats its first address: what it saw last counts.
    var from = FeedReader.checked(lastEventId == null ? after : lastEventId);
    var reader = connections.open(caller, filter,
        new EventStream(response, settings.retry()));
    try {
      reader.run(from);
    } finally {
      connections.close(reader);
    }
  }
}
