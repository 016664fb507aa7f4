package dev.meanwhile.chat.rest;

import dev.meanwhile.UserId;
import dev.meanwhile.chat.Post;
import dev.meanwhile.chat.turn.Turns;
import dev.meanwhile.feed.Feed;
import dev.meanwhile.feed.FeedEvent;
import dev.meanwhile.feed.Subscription;
import dev.meanwhile.feed.Whisper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
  private static final Set<String> STREAMED = Set.of("turn.started", "task.created");
  private static final Set<String> ENDS = Set.of("turn.completed", "turn.failed");

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
      new Stream(user, turnId, subscription, response, after).run();
    }
  }

  private final class Stream {
    private final UserId user;
    private final UUID turnId;
    private final Subscription subscription;
    private final HttpServletResponse response;
    private long after;
    private boolean over;

    Stream(UserId user, UUID turnId, Subscription subscription,
        HttpServletResponse response, long after) {
      this.user = user;
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
        tell();
        if (!over && !subscription.await(HEARTBEAT)) {
          write(": still here\n\n");
          endIfOver();
        }
      }
    }

    /// Ends also when the turn was over before this stream began, so that no event tells it.
    private void endIfOver() throws IOException {
      var reply = turns.reply(user, turnId);
      if (reply.isPresent()) {
        tell();
        if (!over) {
          completed(reply.get());
        }
      }
    }

    /// Sends what is new. Whispers are taken first: the start of the turn, which came before them, is then to be read.
    private void tell() throws IOException {
      var whispers = subscription.whispers();
      var end = events();
      whisper(whispers);
      if (end != null) {
        whisper(subscription.whispers()); // the last pieces may have come while the end was read
        end(end);
      }
    }

    /// Sends the turn's stored events.
    ///
    /// @return its end, which isn't sent yet; null when it goes on
    private @Nullable FeedEvent events() throws IOException {
      FeedEvent end = null;
      List<FeedEvent> batch;
      do {
        batch = feed.read(user, after, BATCH);
        for (var event : batch) {
          after = event.seq();
          if (isOurs(event.body()) && STREAMED.contains(event.type())) {
            send(event.type(), event.json());
          } else if (isOurs(event.body()) && ENDS.contains(event.type())) {
            end = event;
          }
        }
      } while (batch.size() == BATCH);
      return end;
    }

    private void whisper(List<Whisper> whispers) throws IOException {
      for (var whisper : whispers) {
        if (isOurs(whisper.json())) {
          send(whisper.json().path("type").asString(), whisper.json());
        }
      }
    }

    private boolean isOurs(JsonNode node) {
      return turnId.toString().equals(node.path("turn_id").asString(""));
    }

    private void end(FeedEvent end) throws IOException {
      var reply = turns.reply(user, turnId);
      if (end.type().equals("turn.failed")) {
        failed(end, reply);
      } else if (reply.isPresent()) {
        completed(reply.get());
      }
    }

    private void failed(FeedEvent end, Optional<Turns.Reply> reply) throws IOException {
      var body = new LinkedHashMap<String, Object>();
      body.put("turn_id", turnId);
      body.put("error", end.body().path("error"));
      reply.ifPresent(last -> body.put("message", last.message()));
      send("turn.failed", body);
      over = true;
    }

    private void completed(Turns.Reply reply) throws IOException {
      send("message.completed",
          Map.of("turn_id", turnId, "message", reply.message(), "tasks", reply.tasks()));
      over = true;
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
