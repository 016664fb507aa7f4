package dev.meanwhile.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What the stream of a turn told, checked for its form: it begins, tells the reply piece by piece, and ends once.
///
/// @param failure why the turn failed, or ""
/// @param message the reply
/// @param tasks that it started, in order
record Told(String failure, JsonNode message, List<String> tasks) {

  private record Event(String type, JsonNode body) {
    static Event read(String text) {
      var lines = text.split("\n", 2);
      return new Event(lines[0].substring("event: ".length()),
          Api.JSON.readTree(lines[1].substring("data: ".length())));
    }

    boolean is(String other) {
      return type.equals(other);
    }

    boolean isEnd() {
      return is("message.completed") || is("turn.failed");
    }
  }

  static Told read(String stream) {
    var events = Stream.of(stream.split("\n\n")).filter(text -> text.startsWith("event: "))
        .map(Event::read).toList();
    assertThat(events.getFirst().type()).as(stream).isEqualTo("turn.started");
    assertThat(events.stream().filter(Event::isEnd)).as(stream)
        .containsExactly(events.getLast());
    return read(events, events.getLast().body());
  }

  private static Told read(List<Event> events, JsonNode end) {
    var told = new Told(end.at("/error/message").asString(""), end.path("message"),
        texts(end.at("/message/task_ids")));
    assertThat(told.content()).isNotBlank().startsWith(streamed(events)).contains(told.failure)
        .doesNotContain("secret-host", "Exception");
    assertThat(told.failure.isEmpty()).isEqualTo(told.content().equals(streamed(events)));
    assertThat(events.stream().filter(event -> event.is("task.created"))
        .map(event -> event.body().at("/task/task_id").asString())).isEqualTo(told.tasks);
    return told;
  }

  private static String streamed(List<Event> events) {
    var text = new StringBuilder();
    events.stream().filter(event -> event.is("message.delta")).forEach(event -> {
      assertThat(event.body().path("offset").asInt()).isEqualTo(text.length());
      text.append(event.body().path("text").asString());
    });
    return text.toString();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  /// This turn and the next one as if they were one, which says what the next one said.
  Told then(Told next) {
    return new Told(next.failure, next.message,
        Stream.concat(tasks.stream(), next.tasks.stream()).toList());
  }

  String content() {
    return message.path("content").asString();
  }
}
