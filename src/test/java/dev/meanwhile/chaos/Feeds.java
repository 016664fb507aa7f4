package dev.meanwhile.chaos;

import dev.meanwhile.Api;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the numbers of a feed as a client sees them.
final class Feeds {
  private Feeds() {}

  /// The numbers after `after`, up to the one that was the newest when a fresh reader was greeted.
  static List<Long> read(Api api, long after) throws IOException {
    long newest = hello(api);
    var numbers = new ArrayList<Long>();
    try (var lines = open(api, "?after=" + after)) {
      for (var line = lines.readLine(); line != null && (numbers.isEmpty()
          || numbers.getLast() < newest); line = lines.readLine()) {
        if (line.startsWith("id:")) {
          numbers.add(Long.parseLong(line.substring(3).strip()));
        }
      }
    }
    return numbers;
  }

  private static long hello(Api api) throws IOException {
    try (var lines = open(api, "")) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data:")) {
          return Api.JSON.readTree(line.substring(5)).path("seq").asLong();
        }
      }
    }
    throw new IOException("the feed ended before its hello");
  }

  private static BufferedReader open(Api api, String query) throws IOException {
    try {
      var answer = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
          .send(api.request("/api/v1/events" + query).build(), BodyHandlers.ofInputStream());
      return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
