package dev.meanwhile.web;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Fails in every way that a controller can.
@Hidden
@RestController
@RequestMapping("/api/v1/probe")
class ProbeController {

  enum Colour {
    RED, GREEN
  }

  record Inner(@Nullable String deepText) {
    Inner {
      if ("bad".equals(deepText)) {
        throw Problem.badField("deep_text", "is bad");
      }
    }
  }

  record Outer(@Nullable String someText, int someNumber, @Nullable Colour colour,
      @Nullable Inner inner,
      @Nullable List<Inner> many, @Nullable UUID someId, @Nullable Instant someTime,
      @Nullable UserId owner) {}

  @PostMapping
  Outer read(@RequestBody Outer body) {
    return body;
  }

  @GetMapping("/{id}")
  Map<String, UUID> one(@PathVariable UUID id) {
    return Map.of("id", id);
  }

  @GetMapping
  int number(@RequestParam int number) {
    return number;
  }

  @GetMapping("/quota")
  void quota() {
    throw Problem.quota("per-user-pending", "10000 tasks wait", Duration.ofMillis(1500));
  }

  @GetMapping("/bug")
  void bug() {
    throw new IllegalStateException("select secret from vault: mw_topsecret");
  }

  @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  String stream() {
    throw Problem.notFound("stream");
  }

  @PostMapping("/upload")
  long upload(@RequestParam MultipartFile file) {
    return file.getSize();
  }
}
