package dev.meanwhile.task.rest;

import dev.meanwhile.UserId;
import dev.meanwhile.task.Task;
import dev.meanwhile.task.door.Tasks;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// How a created task is answered over HTTP, in one way for all paths that create one.
@Component
class TaskResponses {
  /// How soon a poller should look again.
  private static final String POLL_SECONDS = "1";
  /// As RFC 7240 has it: the name in any case, the value with or without quotes.
  private static final Pattern WAIT = Pattern
      .compile("(?i)(?:^|[,;\\s])wait\\s*=\\s*(\"?)0*(\\d++)\\1(?:$|[,;\\s])");
  private static final int MOST_DIGITS = 6;

  private final Waits waits;

  TaskResponses(Waits waits) {
    this.waits = waits;
  }

  ResponseEntity<Task> created(UserId user, Tasks.Created created, @Nullable String prefer)
      throws InterruptedException {
    var wait = wait(prefer);
    var task = wait == null ? created.task() : waits.await(user, created.task().taskId(), wait);
    boolean inTime = false;
    var headers = headers(task);
    if (created.replayed()) {
      headers.set("Idempotency-Replayed", "true");
    }
    if (wait != null && task.status().isTerminal()) {
      inTime = true;
      headers.remove(HttpHeaders.RETRY_AFTER);
      headers.set("Preference-Applied", "wait=" + wait.toSeconds());
    }
    return new ResponseEntity<>(task, headers, inTime ? HttpStatus.OK : HttpStatus.ACCEPTED);
  }

  /// What each answer with an accepted task bears, also when the task has ended since.
  static HttpHeaders headers(Task task) {
    var headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, POLL_SECONDS);
    headers.setETag(etag(task));
    if (task.links() != null) {
      headers.setLocation(URI.create(task.links().self()));
    }
    return headers;
  }

  /// Changes with the task, and with its place in the line.
  static String etag(Task task) {
    return "W/\"%d-%s\"".formatted(task.version(),
        task.queuePosition() == null ? "" : task.queuePosition() + "." + task.etaSeconds());
  }

  private static @Nullable Duration wait(@Nullable String prefer) {
    if (prefer == null) {
      return null;
    }
    var found = WAIT.matcher(prefer);
    if (!found.find()) {
      return null;
    }
    var digits = found.group(2);
    long seconds = digits.length() > MOST_DIGITS
        ? Waits.LONGEST.toSeconds()
        : Math.min(Long.parseLong(digits), Waits.LONGEST.toSeconds());
    return seconds == 0 ? null : Duration.ofSeconds(seconds);
  }
}
