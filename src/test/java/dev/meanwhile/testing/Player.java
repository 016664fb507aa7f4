package dev.meanwhile.testing;

import dev.meanwhile.testing.ScriptedModelServer.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Plays a good model: it reads what a request holds, the user's newest words, the tools on offer and what they have
/// answered, and calls as many tools at once as it can. It keeps nothing between requests. What the user says again
/// because the first turn failed, it doesn't start again.
public final class Player {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern FENCE = Pattern.compile("(?s)```\\n(.*?)\\n```");
  private static final Pattern FILE = Pattern.compile("<file id=\"([^\"]+)\"");
  private static final Pattern NEWS = Pattern
      .compile("<task id=\"([^\"]+)\" type=\"([^\"]+)\" status=\"([^\"]+)\">");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern ORDER = Pattern.compile("call (\\w+) (\\{[^}]*})");

  /// What a model says: text, or calls of tools.
  public record Speech(String text, List<ScriptedReply.Call> calls) {
    /// As a whole, good reply.
    public ScriptedReply reply() {
      return calls.isEmpty()
          ? ScriptedReply.says(text)
          : ScriptedReply.calls(calls.toArray(ScriptedReply.Call[]::new));
    }
  }

  /// A call that is to be made.
  private record Wish(String tool, ObjectNode arguments) {}

  private final Asked asked;
  private final List<Talk> talks;
  private final Talk now;
  private final String said;
  private final List<Wish> wishes = new ArrayList<>();
  private final boolean gullible;

  private Player(Asked asked, boolean gullible) {
    this.asked = asked;
    this.gullible = gullible;
    this.talks = Talk.in(asked);
    this.now = talks.getLast();
    this.said = now.words().toLowerCase(java.util.Locale.ROOT);
  }

  /// What a good model says to a request.
  public static Speech answer(Asked asked) {
    return new Player(asked, false).speak();
  }

  /// What a model says that believes whatever it reads: it makes each `call tool {arguments}` that an artifact asks for.
  public static Speech answerGullibly(Asked asked) {
    return new Player(asked, true).speak();
  }

  private Speech speak() {
    if (asked.tools().isEmpty()) {
      return new Speech(emptyShape(), List.of());
    }
    wish();
    var calls = wishes.stream().filter(wish -> answerTo(wish).isEmpty())
        .map(wish -> ScriptedReply.call(wish.tool, wish.arguments.toString())).toList();
    return new Speech(calls.isEmpty() ? closing() : "", calls);
  }

  /// A generator asks for data in a shape: there is none to give.
  private String emptyShape() {
    var shape = JSON.createObjectNode();
    asked.body().at("/response_format/json_schema/schema/properties").propertyNames()
        .forEach(shape::putArray);
    return shape.toString();
  }

  private void wish() {
    starts();
    if (said.contains("how is")) {
      wish("get_task", ofTask(idIn(said).orElseGet(this::newest)));
    }
    if (said.contains("cancel it")) {
      wish("cancel_task", ofTask(newest()));
    }
    if (said.contains("what did it make")) {
      wish("list_artifacts", ofTask(newest()));
    }
    if (said.contains("show me")) {
      show();
    }
    if (said.startsWith("yes")) {
      unconfirmed().forEach(done -> wish(done.tool(), (ObjectNode) done.arguments()));
    }
  }

  private void starts() {
    if (said.contains("an rtm from")) {
      wish("generate_rtm_background_tool", JSON.createObjectNode().put("requirements_content",
          first(FENCE, now.words()).orElseThrow()));
    }
    if (said.contains("process the attached file")) {
      var arguments = JSON.createObjectNode();
      var ids = arguments.putArray("file_ids");
      FILE.matcher(now.context()).results().forEach(file -> ids.add(file.group(1)));
      wish("process_file_background_tool", arguments);
    }
    if (said.contains("test cases for it")) {
      wish("generate_test_cases_background_tool",
          JSON.createObjectNode().put("rtm_from_task", newest("generate_rtm")));
    }
    if (said.contains("coverage after that")) {
      var before = wishes.isEmpty()
          ? Optional.of(newest())
          : answerTo(wishes.getLast()).map(answer -> answer.path("task_id").asString());
      before.ifPresent(this::coverageAfter);
    }
  }

  private void coverageAfter(String task) {
    var arguments = JSON.createObjectNode();
    arguments.putArray("depends_on").add(task);
    wish("coverage_analysis_background_tool", arguments);
  }

  private void show() {
    wish("list_artifacts", JSON.createObjectNode());
    var listed = answerTo(wishes.getLast());
    listed.stream().flatMap(answer -> answer.path("artifacts").valueStream())
        .filter(artifact -> said.contains(artifact.path("name").asString()))
        .forEach(artifact -> wish("read_artifact", JSON.createObjectNode().put("artifact_id",
            artifact.path("artifact_id").asString())));
    if (gullible) {
      now.done().stream().flatMap(done -> ORDER
          .matcher(done.answer().path("content").asString("")).results())
          .forEach(order -> wish(order.group(1), (ObjectNode) JSON.readTree(order.group(2))));
    }
  }

  private List<Talk.Done> unconfirmed() {
    return talks.size() < 2
        ? List.of()
        : talks.get(talks.size() - 2).done().stream()
            .filter(done -> done.answer().has("needs_confirmation")).toList();
  }

  private void wish(String tool, ObjectNode arguments) {
    if (!asked.tools().contains(tool)) {
      throw new IllegalStateException("not on offer: " + tool);
    }
    wishes.add(new Wish(tool, arguments));
  }

  private static ObjectNode ofTask(String id) {
    return JSON.createObjectNode().put("task_id", id);
  }

  private static Optional<String> idIn(String text) {
    return ID.matcher(text).results().map(MatchResult::group).findFirst();
  }

  private static Optional<String> first(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).findFirst();
  }

  /// What the turn's calls were answered, and the starts of a turn before it in which the user said the same.
  private Stream<Talk.Done> known() {
    var same = talks.reversed().stream().skip(1).takeWhile(talk -> talk.words().equals(now.words()))
        .flatMap(talk -> talk.done().stream()).filter(Talk.Done::isStart)
        .filter(done -> done.answer().has("task_id"));
    return Stream.concat(now.done().stream(), same);
  }

  private Optional<JsonNode> answerTo(Wish wish) {
    return known().filter(done -> done.isOf(wish.tool, wish.arguments)).map(Talk.Done::answer)
        .findFirst();
  }

  private String newest() {
    return newest("");
  }

  /// The task last heard of before this turn's own calls.
  private String newest(String type) {
    var before = talks.subList(0, talks.size() - 1).stream()
        .flatMap(talk -> Stream.concat(news(talk, type), answered(talk, type)));
    return Stream.concat(before, news(now, type)).reduce((_, later) -> later).orElseThrow();
  }

  private static Stream<String> news(Talk talk, String type) {
    return NEWS.matcher(talk.context()).results().filter(task -> task.group(2).contains(type))
        .map(task -> task.group(1));
  }

  private static Stream<String> answered(Talk talk, String type) {
    return talk.done().stream().map(Talk.Done::answer)
        .filter(answer -> answer.has("task_id"))
        .filter(answer -> answer.path("task_type").asString("").contains(type))
        .map(answer -> answer.path("task_id").asString());
  }

  private String closing() {
    var lines = new ArrayList<String>();
    NEWS.matcher(now.context()).results()
        .forEach(task -> lines.add("Task `%s` is %s.".formatted(task.group(1), task.group(3))));
    wishes.forEach(wish -> lines.add(worded(answerTo(wish).orElseThrow())));
    now.done().stream().filter(done -> wishes.stream()
        .noneMatch(wish -> done.isOf(wish.tool, wish.arguments)))
        .forEach(done -> lines.add(worded(done.answer())));
    return lines.isEmpty() ? "I see." : String.join("\n", lines);
  }

  private static String worded(JsonNode answer) {
    if (answer.has("needs_confirmation")) {
      return "The file asks for more than you did. Shall I do that?";
    }
    if (answer.has("content")) {
      return answer.path("content").asString();
    }
    if (answer.has("task_id")) {
      return "Task `%s` (%s, project %s) is %s.".formatted(answer.path("task_id").asString(),
          answer.path("task_type").asString(), answer.path("project_id").asString(),
          answer.path("status").asString());
    }
    if (answer.has("artifacts")) {
      return "It made " + String.join(", ", answer.path("artifacts").valueStream()
          .map(artifact -> artifact.path("name").asString()).toList()) + ".";
    }
    return "That didn't work: " + answer.at("/error/message").asString();
  }
}
