package dev.meanwhile.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.json.JsonMapper;

/// One reply of the [ScriptedModelServer]: whole ones, and every way a reply can go wrong.
@FunctionalInterface
public interface ScriptedReply {

  /// Writes the reply.
  void write(ScriptedExchange exchange) throws IOException;

  /// A call of a tool within a reply.
  ///
  /// @param arguments JSON, or something broken
  record Call(String id, String name, String arguments) {}

  /// A tool call with an ID made from its name.
  static Call call(String name, String arguments) {
    return new Call("call_" + name + "_" + Integer.toHexString(arguments.hashCode()), name,
        arguments);
  }

  /// Says `text`, word by word.
  static ScriptedReply says(String text) {
    return events(Chunks.of(text).finish("stop"));
  }

  /// Calls tools, several at once if given.
  static ScriptedReply calls(Call... calls) {
    return events(Chunks.of("").calling(calls).finish("tool_calls"));
  }

  /// Says `text`, then calls tools.
  static ScriptedReply saysAndCalls(String text, Call... calls) {
    return events(Chunks.of(text).calling(calls).finish("tool_calls"));
  }

  /// A plain error answer.
  static ScriptedReply status(int status, String message) {
    return statusWith(status, message, Map.of());
  }

  /// An error answer with more headers, for example `Retry-After`.
  static ScriptedReply statusWith(int status, String message, Map<String, String> headers) {
    var body = Chunks.json(Map.of("error", Map.of("message", message, "type", "scripted")));
    return exchange -> exchange.answer(status, headers, body);
  }

  /// Says `text` and gives another finish reason, for example `length`.
  static ScriptedReply saysButFinishes(String reason, String text) {
    return events(Chunks.of(text).finish(reason));
  }

  /// Says `text` and ends the stream cleanly, with no `finish_reason` and no `[DONE]`.
  static ScriptedReply endsEarly(String text) {
    return events(Chunks.of(text));
  }

  /// Calls tools and ends cleanly with no `finish_reason`.
  static ScriptedReply endsEarlyAfter(Call... calls) {
    return events(Chunks.of("").calling(calls));
  }

  /// Says `text`, then the connection breaks.
  static ScriptedReply breaks(String text) {
    return thenBreaks(Chunks.of(text));
  }

  /// Calls tools in full, then the connection breaks before the finish reason.
  static ScriptedReply breaksAfter(Call... calls) {
    return thenBreaks(Chunks.of("").calling(calls));
  }

  /// Calls tools in full and gives another finish reason, for example `length`.
  static ScriptedReply callsButFinishes(String reason, Call... calls) {
    return events(Chunks.of("").calling(calls).finish(reason));
  }

  /// Says `text`, then nothing until the client hangs up.
  static ScriptedReply stallsAfter(String text) {
    return exchange -> {
      exchange.beginStream();
      Chunks.of(text).send(exchange);
      exchange.stall();
    };
  }

  /// Accepts the request and never answers.
  static ScriptedReply neverAnswers() {
    return ScriptedExchange::stall;
  }

  /// Comments without end, a few milliseconds apart: never silent, never done.
  static ScriptedReply trickles() {
    return trickles(Duration.ofMillis(5));
  }

  /// Comments without end, as far apart as said: never silent, never done.
  static ScriptedReply trickles(Duration apart) {
    return exchange -> {
      exchange.beginStream();
      while (true) {
        exchange.chunk(": still there\n\n");
        java.util.concurrent.locks.LockSupport.parkNanos(apart.toNanos());
      }
    };
  }

  /// Says `text`, then sends `raw` as an event's data, then finishes as if nothing was.
  static ScriptedReply saysAndSends(String text, String raw) {
    return events(Chunks.of(text).event(raw).finish("stop"));
  }

  /// Says `text`, then an event of type `error`, then finishes as if nothing was.
  static ScriptedReply errorEvent(String text) {
    return events(
        Chunks.of(text).raw("event: error\ndata: {\"message\":\"overloaded\"}\n\n").finish("stop"));
  }

  /// A whole reply as one JSON body, as servers do that don't stream.
  static ScriptedReply plainBody(String text) {
    var body = Chunks.json(Map.of("id", "c1", "object", "chat.completion", "choices",
        List.of(Map.of(
            "index", 0, "finish_reason", "stop", "message",
            Map.of("role", "assistant", "content", text)))));
    return exchange -> exchange.answer(200, Map.of("Content-Type", "application/json"), body);
  }

  /// Only `[DONE]`.
  static ScriptedReply onlyDone() {
    return events(Chunks.of("").raw("data: [DONE]\n\n"));
  }

  /// Waits for `latch` before it writes.
  default ScriptedReply after(CountDownLatch latch) {
    return exchange -> {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      write(exchange);
    };
  }

  private static ScriptedReply events(Chunks chunks) {
    return exchange -> {
      exchange.beginStream();
      chunks.send(exchange);
      exchange.endStream();
    };
  }

  private static ScriptedReply thenBreaks(Chunks chunks) {
    return exchange -> {
      exchange.beginStream();
      chunks.send(exchange);
      exchange.raw("400\r\ndata: {\"choi");
      exchange.breakOff();
    };
  }

  /// Builds a stream of chunks as OpenAI sends them.
  final class Chunks {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SPLIT = 7;

    private final List<String> sent = new ArrayList<>();
    private int calls;

    private Chunks() {}

    static Chunks of(String text) {
      var chunks = new Chunks();
      chunks.delta(Map.of("role", "assistant", "content", ""));
      for (var word : text.split("(?<= )", -1)) {
        if (!word.isEmpty()) {
          chunks.delta(Map.of("content", word));
        }
      }
      return chunks;
    }

    static String json(Object value) {
      return JSON.writeValueAsString(value);
    }

    private Chunks calling(Call... more) {
      for (var call : more) {
        int index = calls++;
        delta(
            Map.of("tool_calls", List.of(Map.of("index", index, "id", call.id(), "type", "function",
                "function", Map.of("name", call.name(), "arguments", "")))));
        for (int at = 0; at < call.arguments().length(); at += SPLIT) {
          var part = call.arguments().substring(at,
              Math.min(at + SPLIT, call.arguments().length()));
          delta(Map.of("tool_calls",
              List.of(Map.of("index", index, "function", Map.of("arguments", part)))));
        }
      }
      return this;
    }

    private void delta(Map<String, Object> delta) {
      event(json(
          Map.of("id", "c1", "object", "chat.completion.chunk", "created", 1, "model", "scripted",
              "choices", List.of(Map.of("index", 0, "delta", delta)))));
    }

    private Chunks finish(String reason) {
      event(json(Map.of("id", "c1", "object", "chat.completion.chunk", "model", "scripted",
          "choices", List.of(Map.of("index", 0, "delta", Map.of(), "finish_reason", reason)))));
      event(json(Map.of("id", "c1", "object", "chat.completion.chunk", "model", "scripted",
          "choices", List.of(),
          "usage", Map.of("prompt_tokens", 10, "completion_tokens", 5, "total_tokens", 15))));
      return raw("data: [DONE]\n\n");
    }

    private Chunks event(String data) {
      return raw("data: " + data + "\n\n");
    }

    private Chunks raw(String text) {
      sent.add(text);
      return this;
    }

    private void send(ScriptedExchange exchange) throws IOException {
      for (var chunk : sent) {
        exchange.chunk(chunk);
      }
    }
  }
}
