package dev.meanwhile.chat;

import dev.meanwhile.UserId;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.FeedEvent;
import dev.meanwhile.feed.Subscription;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers a message with a stream of its own turn, until the turn is over.
@Component
class TurnStreams {
  private static final Duration HEARTBEAT = Duration.ofSeconds(10);
  /// The longest that a stream stays open; the turn goes on without it.
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int BATCH = 200;

  private final Turns turns;
  private final Feed feed;
  private final JsonMapper json;

  TurnStreams(Turns turns, Feed feed, JsonMapper json) {
    this.turns = turns;
    this.feed = feed;
    this.json = json;
  }

  /// Posts the message and streams its turn; what is wrong with the message flies before the stream begins.
  void stream(UserId user, UUID conversationId, Post post, HttpServletResponse response)
      throws IOException, InterruptedException {
    try (var subscription = feed.subscribe(user)) {
      long after = feed.bounds(user).newest();
      var turnId = turns.post(user, conversationId, post);
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      new Stream(user, conversationId, turnId, subscription, response, after).run();
    }
  }

  private final class Stream {
    private final UserId user;
    private final UUID conversationId;
    private final UUID turnId;
    private final Subscription subscription;
    private final HttpServletResponse response;
    private long after;
    private boolean over;

    Stream(UserId user, UUID conversationId, UUID turnId, Subscription subscription,
        HttpServletResponse response, long after) {
      this.user = user;
      this.conversationId = conversationId;
      this.turnId = turnId;
      this.subscription = subscription;
      this.response = response;
      this.after = after;
    }

    void run() throws IOException, InterruptedException {
      long end = System.nanoTime() + LONGEST.toNanos();
      write(": accepted\n\n"); // so that a client whose message is queued has its answer's head at once
      endIfOver();
      while (!over && System.nanoTime() < end) {
        whispers();
        events();
        if (!over && !subscription.await(HEARTBEAT)) {
          write(": still here\n\n");
          endIfOver();
        }
      }
    }

    private void whispers() throws IOException {
      for (var whisper : subscription.whispers()) {
        if (isOurs(whisper.json())) {
          send(whisper.json().path("type").asString(), whisper.json());
        }
      }
    }

    private boolean isOurs(JsonNode node) {
      return turnId.toString().equals(node.path("turn_id").asString(""));
    }

    private void events() throws IOException {
      for (var event : feed.read(user, after, BATCH)) {
        after = event.seq();
        if (!over && conversationId.equals(event.conversationId())) {
          event(event);
        }
      }
    }

    private void event(FeedEvent event) throws IOException {
      boolean ours = isOurs(event.body());
      if (ours && event.type().equals("turn.started")) {
        send("turn.started", event.json());
      } else if (ours && event.type().equals("task.created")) {
        send("task.created", event.json());
      } else if (ours && event.type().equals("turn.completed")) {
        endIfOver();
      } else if (ours && event.type().equals("turn.failed")) {
        failed(event);
      }
    }

    private void failed(FeedEvent event) throws IOException {
      var body = new LinkedHashMap<String, Object>();
      body.put("turn_id", turnId);
      body.put("error", event.body().path("error"));
      turns.reply(user, turnId).ifPresent(reply -> body.put("message", reply.message()));
      send("turn.failed", body);
      over = true;
    }

    private void endIfOver() throws IOException {
      var reply = turns.reply(user, turnId);
      if (reply.isPresent() && !over) {
        over = true;
        send("message.completed", Map.of("turn_id", turnId, "message", reply.get().message(),
            "tasks", reply.get().tasks()));
      }
    }

    private void send(String type, Object body) throws IOException {
      write("event: %s\ndata: %s\n\n".formatted(type, json.writeValueAsString(body)));
    }

    private void write(String text) throws IOException {
      response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      response.flushBuffer();
    }
  }
}
