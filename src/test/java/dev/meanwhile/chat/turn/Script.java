package dev.meanwhile.chat.turn;

import static org.assertj.core.api.Assertions.assertThat;
import dev.meanwhile.task.handler.Probe;
import dev.meanwhile.testing.Fault.Harm;
import dev.meanwhile.testing.Fault;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import tools.jackson.databind.JsonNode;

/// One conversation about tasks, from the first word to the last, as a client plays it. Any model passes it, also one
/// whose replies go wrong: then the user is told, says the same again, and the conversation goes on as if nothing was.
final class Script {
  private static final String REQUIREMENTS = """
    REQ-001: The system shall lock an account after 5 failed sign-ins.
    REQ-002: A password shall have 12 to 64 characters.""";

  /// What the user says.
  enum Line {
    GREETING("Hello"),
    TWO_AT_ONCE(
        "Generate an RTM from these requirements, and process the attached file in parallel:\n"
            + "```\n" + REQUIREMENTS + "\n```"),
    CHAIN("Now write pytest test cases for it, and coverage after that"),
    MADE("What did it make?"),
    STANDING("How is task %s doing?"),
    FOLLOW_UP("and coverage after that"),
    WAITING("How is my task doing?"),
    CANCEL("Cancel it"),
    MADE_AT_LAST("What did it make?"),
    THANKS("Thanks!");

    private final String words;

    Line(String words) {
      this.words = words;
    }
  }

  /// How a fault is let strike the model.
  @FunctionalInterface
  interface Striking {
    /// Lets it strike once, after this many more calls.
    void strike(Fault fault, int after);
  }

  /// The lines at which a fault strikes, and how many calls of that turn are let pass.
  static final Map<Line, Integer> STRUCK = Map.of(Line.TWO_AT_ONCE, 0, Line.CHAIN, 1,
      Line.CANCEL, 0);

  private final Client client;
  private final Fault fault;
  private final Striking model;
  private int said;

  /// A conversation in which nothing goes wrong.
  Script(Client client) {
    this(client, Fault.NONE, (_, _) -> {});
  }

  /// A conversation in which the fault strikes at each of the [#STRUCK] lines.
  Script(Client client, Fault fault, Striking model) {
    this.client = client;
    this.fault = fault;
    this.model = model;
  }

  void play() {
    assertThat(say(Line.GREETING).tasks()).isEmpty();
    startTwoAtOnce();
    chainTwo();
    var held = "held-" + UUID.randomUUID();
    cancelWhatWaits(held);
    Probe.gate(held).release();
    client.awaitNotices(6);
    assertThat(say(Line.MADE_AT_LAST).content()).contains(held + ".txt");
    assertThat(say(Line.THANKS).content()).as("news are told once").doesNotContain("`");
    checkTranscript();
  }

  private void startTwoAtOnce() {
    var file = client.upload("notes.md", "# Notes\n\nThe pump shall stop.\n");
    var told = say(Line.TWO_AT_ONCE, file);

    assertThat(typesOf(told)).containsExactlyInAnyOrder("generate_rtm", "file_processing");
    assertThat(told.content()).contains(told.tasks()).contains("apollo");
    client.awaitNotices(2);
  }

  private void chainTwo() {
    var told = say(Line.CHAIN);

    assertThat(typesOf(told)).containsExactly("generate_test_cases", "coverage_analysis");
    assertThat(told.tasks()).allMatch(told.content()::contains);
    client.awaitNotices(4);
    assertThat(client.notices()).endsWith(told.tasks().toArray(String[]::new));
    var coverage = client.task(told.tasks().getLast());
    assertThat(dependenciesOf(coverage)).containsExactly(told.tasks().getFirst());
    assertThat(coverage.at("/result/covered").asInt()).isEqualTo(2);
    assertThat(say(Line.MADE).content()).as("news and artifacts")
        .contains(told.tasks().getLast(), "coverage.md");
  }

  private void cancelWhatWaits(String held) {
    var running = client.probe(held, "wait", "running");
    assertThat(say(Line.STANDING.words.formatted(running), Line.STANDING).content())
        .contains(running, "running");
    var waiting = say(Line.FOLLOW_UP).tasks().getFirst();
    assertThat(dependenciesOf(client.task(waiting))).containsExactly(running);
    assertThat(say(Line.WAITING).content()).contains(waiting, "pending");

    assertThat(say(Line.CANCEL).content()).contains(waiting, "cancelled");

    assertThat(client.statusOf(waiting)).isEqualTo("cancelled");
    assertThat(client.statusOf(running)).isEqualTo("running");
  }

  private static List<String> dependenciesOf(JsonNode task) {
    return task.path("depends_on").valueStream().map(JsonNode::asString).toList();
  }

  private List<String> typesOf(Told told) {
    return told.tasks().stream().map(task -> client.task(task).path("task_type").asString())
        .toList();
  }

  private Told say(Line line, String... files) {
    return say(line.words, line, files);
  }

  /// Says it, and again when no whole reply comes.
  private Told say(String words, Line line, String... files) {
    var after = STRUCK.get(line);
    if (after == null) {
      return whole(post(words, files));
    }
    model.strike(fault, after);
    var told = post(words, files);
    assertThat(told.content()).contains(fault.told());
    assertThat(told.tasks()).allMatch(told.content()::contains);
    assertThat(told.failure().isEmpty()).isEqualTo(fault.harm() != Harm.TURN_FAILS);
    return fault.harm() == Harm.NONE ? told : told.then(whole(post(words, files)));
  }

  private static Told whole(Told told) {
    assertThat(told.failure()).isEmpty();
    return told;
  }

  private Told post(String words, String... files) {
    said++;
    return client.say(words, files);
  }

  /// Every message has its place and its reply, and each end of a task is told once, after the reply that started it.
  private void checkTranscript() {
    var messages = client.messages();
    assertThat(messages).extracting(message -> message.path("seq").asInt())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, messages.size()).boxed().toList());
    assertThat(messages).extracting(message -> message.path("content").asString())
        .noneMatch(String::isBlank);
    assertThat(messages.stream().map(message -> message.path("role").asString())
        .filter(role -> !role.equals("notice")).toList())
        .isEqualTo(Collections.nCopies(said, List.of("user", "assistant")).stream()
            .flatMap(List::stream).toList());
    assertThat(client.tasks()).hasSize(6).extracting(task -> task.path("task_id").asString())
        .containsExactlyInAnyOrderElementsOf(client.notices());
    messages.stream().filter(message -> Client.is(message, "assistant"))
        .forEach(reply -> checkNoticesAfter(reply, messages));
  }

  private static void checkNoticesAfter(JsonNode reply, List<JsonNode> messages) {
    for (var task : reply.path("task_ids")) {
      assertThat(messages.stream().filter(message -> Client.is(message, "notice"))
          .filter(notice -> notice.path("content").asString().contains(task.asString()))
          .map(notice -> notice.path("seq").asInt())).singleElement(
              InstanceOfAssertFactories.INTEGER)
          .isGreaterThan(reply.path("seq").asInt());
    }
  }
}
