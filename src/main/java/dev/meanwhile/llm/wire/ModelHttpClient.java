package dev.meanwhile.llm.wire;

import dev.meanwhile.llm.call.Cancellation;
import dev.meanwhile.llm.call.ModelCall;
import dev.meanwhile.llm.call.ModelFailure;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Talks to the model's server on the calling thread. HTTP/1.1 only, because some servers lose the body of a request
/// that offers an upgrade. Every wait has an end, and stopping the call or interrupting the thread closes the
/// connection.
public final class ModelHttpClient implements HttpClient, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ModelHttpClient.class);
  private static final int MOST_LOGGED = 500;
  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(500);

  private final WireLimits limits;
  private final @Nullable String secret;
  private final Clock clock;
  private final java.net.http.HttpClient client;
  private final ScheduledExecutorService watch;

  /// A client that keeps its connections until it is closed.
  ///
  /// @param secret what must not reach a log, such as the key
  public ModelHttpClient(WireLimits limits, @Nullable String secret, Clock clock) {
    this.limits = limits;
    this.secret = secret;
    this.clock = clock;
    this.client = java.net.http.HttpClient.newBuilder()
        .version(java.net.http.HttpClient.Version.HTTP_1_1)
        .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
        .connectTimeout(limits.connect())
        .executor(Executors.newVirtualThreadPerTaskExecutor())
        .build();
    this.watch = watchThread();
  }

  private static ScheduledExecutorService watchThread() {
    var threads = Thread.ofPlatform().name("model-watch").daemon().factory();
    var watch = new ScheduledThreadPoolExecutor(1, threads);
    watch.setRemoveOnCancelPolicy(true);
    return watch;
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    var call = currentCall();
    var answer = open(request, call, Duration.ofNanos(Math.max(call.nanosLeft(), 1)));
    return SuccessfulHttpResponse.builder()
        .statusCode(answer.statusCode())
        .headers(answer.headers().map())
        .body(readAll(answer, call))
        .build();
  }

  @Override
  public void execute(HttpRequest request, ServerSentEventParser parser,
      ServerSentEventListener listener) {
    var call = currentCall();
    try {
      stream(open(request, call, limits.firstByte()), call, parser, listener);
    } catch (ModelFailure failure) {
      listener.onError(failure);
    }
  }

  private ModelCall currentCall() {
    return ModelCall.CURRENT.isBound()
        ? ModelCall.CURRENT.get()
        : new ModelCall(limits.total(), new Cancellation());
  }

  private void stream(HttpResponse<InputStream> answer, ModelCall call,
      ServerSentEventParser parser, ServerSentEventListener listener) {
    var type = answer.headers().firstValue("content-type").orElse("");
    var body = watched(answer, call);
    if (!type.toLowerCase(java.util.Locale.ROOT).startsWith("text/event-stream")) {
      closeQuietly(body);
      log.warn("The model's server at {} answered with {} and no stream of events",
          place(answer.uri()), type.isEmpty() ? "no content type" : type);
      throw ModelFailure.notAModel();
    }
    var events = new ReplyEvents(listener, call);
    parser.parse(body, events);
    closeQuietly(body);
    events.end(body.failure());
  }

  private WatchedStream watched(HttpResponse<InputStream> answer, ModelCall call) {
    return new WatchedStream(answer.body(), call, limits.idle(),
        limits.maxReply().toBytes(), watch);
  }

  private byte[] readAll(HttpResponse<InputStream> answer, ModelCall call) {
    var body = watched(answer, call);
    try (body) {
      return body.readAllBytes();
    } catch (IOException broken) {
      throw call.reasonFor(body.failure(), ModelFailure.cutOff(broken));
    }
  }

  /// Sends until there is an answer worth reading; nothing is sent again once a byte of one was read.
  private HttpResponse<InputStream> open(HttpRequest request, ModelCall call, Duration firstByte) {
    for (int retry = 0;; retry++) {
      try {
        return sendOnce(request, call, firstByte);
      } catch (ModelFailure failure) {
        if (retry == limits.retries() || !isWorthRepeating(failure)) {
          throw failure;
        }
        call.sleep(backOff(failure, retry, call));
      }
    }
  }

  private boolean isWorthRepeating(ModelFailure failure) {
    return failure.isTransient() && failure.reason() != ModelFailure.Reason.TIMED_OUT;
  }

  private Duration backOff(ModelFailure failure, int retry, ModelCall call) {
    var wait = failure.retryAfter();
    if (wait == null) {
      long nanos = FIRST_BACK_OFF.toNanos() << retry;
      wait = Duration
          .ofNanos(nanos + java.util.concurrent.ThreadLocalRandom.current().nextLong(nanos / 2));
    }
    if (wait.compareTo(limits.maxRetryAfter()) > 0 || wait.toNanos() >= call.nanosLeft()) {
      throw failure;
    }
    return wait;
  }

  private HttpResponse<InputStream> sendOnce(HttpRequest request, ModelCall call,
      Duration firstByte) {
    var answer = head(request, call, firstByte);
    if (answer.statusCode() / 100 == 2) {
      return answer;
    }
    var retryAfter = RetryAfter.in(answer.headers(), clock);
    log.warn("The model's server at {} answered {}: {}", place(answer.uri()), answer.statusCode(),
        explanation(answer, call));
    throw ofStatus(answer.statusCode(), retryAfter);
  }

  private HttpResponse<InputStream> head(HttpRequest request, ModelCall call, Duration firstByte) {
    var sent = client.sendAsync(toJdk(request), BodyHandlers.ofInputStream());
    call.closes(() -> giveUp(sent));
    long wait = Math.min(firstByte.toNanos(), call.nanosLeft());
    try {
      return sent.get(wait, TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      giveUp(sent);
      throw new ModelFailure(ModelFailure.Reason.TIMED_OUT,
          "The model didn't begin to answer in time.");
    } catch (CancellationException _) {
      throw ModelFailure.cancelled();
    } catch (InterruptedException _) {
      giveUp(sent);
      Thread.currentThread().interrupt();
      throw ModelFailure.cancelled();
    } catch (ExecutionException broken) {
      throw call.reasonFor(null, unreachable(broken));
    }
  }

  /// An answer that came just before can't be cancelled any more: its connection closes with its body.
  private static void giveUp(CompletableFuture<HttpResponse<InputStream>> sent) {
    if (!sent.cancel(true)) {
      var _ = sent.thenAccept(answer -> closeQuietly(answer.body()));
    }
  }

  private static java.net.http.HttpRequest toJdk(HttpRequest request) {
    var body = request.body();
    var jdk = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
        .method(request.method().name(),
            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    request.headers().forEach((name, values) -> values.forEach(value -> jdk.header(name, value)));
    return jdk.build();
  }

  private static ModelFailure ofStatus(int status, @Nullable Duration retryAfter) {
    if (status == 429) {
      return new ModelFailure(ModelFailure.Reason.RATE_LIMITED,
          "The model's server asks for fewer calls.",
          retryAfter, null);
    }
    if (status == 408 || status == 409 || status >= 500) {
      return new ModelFailure(ModelFailure.Reason.UNAVAILABLE,
          "The model's server failed with status %d.".formatted(status), retryAfter, null);
    }
    return ModelFailure.refused(status);
  }

  private static ModelFailure unreachable(Throwable cause) {
    return new ModelFailure(ModelFailure.Reason.UNAVAILABLE, "The model's server can't be reached.",
        null,
        cause);
  }

  private String explanation(HttpResponse<InputStream> answer, ModelCall call) {
    try {
      var body = new String(readAll(answer, call), java.nio.charset.StandardCharsets.UTF_8);
      return withoutSecrets(body);
    } catch (ModelFailure unread) {
      return unread.code();
    }
  }

  private String withoutSecrets(String body) {
    var text = secret == null || secret.isBlank() ? body : body.replace(secret, "***");
    return text.substring(0, Math.min(MOST_LOGGED, text.length())).replaceAll("\\s+", " ").strip();
  }

  /// An address without what may be secret in it.
  private static String place(URI asked) {
    return "%s://%s%s".formatted(asked.getScheme(),
        asked.getPort() < 0 ? asked.getHost() : asked.getHost() + ":" + asked.getPort(),
        asked.getPath());
  }

  private static void closeQuietly(InputStream body) {
    try {
      body.close();
    } catch (IOException _) {
      // what was read is whole; the connection is given up either way
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    client.shutdownNow();
  }
}
