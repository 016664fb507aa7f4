package dev.meanwhile.llm.embedded;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.meanwhile.llm.embedded.wish.Offer;
import dev.meanwhile.llm.embedded.wish.Talk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Plays a conversation with the rules: runs the tools they call on made-up tasks and artifacts, and writes the calls
/// down in short.
final class Rehearsal {
  static final String RTM = "REQ-001: The system shall lock an account after 5 failed sign-ins.";
  static final String FILE = "<file id=\"f-1\" name=\"srs.docx\" size=\"10\"/>";

  private static final int MOST_ROUNDS = 8;
  private static final int SHORT = 45;

  private final List<ChatMessage> messages = new ArrayList<>();
  private final Map<String, ObjectNode> tasks = new LinkedHashMap<>();
  private final List<ToolSpecification> tools = new ArrayList<>();
  private final Set<String> callIds = new HashSet<>();
  final Map<String, String> artifacts = new LinkedHashMap<>();
  /// What the reports say of a part, as JSON.
  final Map<String, String> reports = new LinkedHashMap<>();
  boolean confirms;

  Rehearsal() {
    var options = JsonObjectSchema.builder().addBooleanProperty("include_negative_tests")
        .addProperty("test_framework",
            JsonEnumSchema.builder()
                .enumValues("pytest", "junit5", "gherkin", "robot", "jest", "playwright").build())
        .build();
    tools.add(ToolSpecification.builder().name(Offer.TEST_CASES)
        .description("Starts generating test cases")
        .parameters(JsonObjectSchema.builder().addProperty("generation_options", options).build())
        .build());
    for (var name : List.of(Offer.RTM, Offer.COVERAGE, Offer.PROCESS, Offer.LIST_TASKS,
        Offer.GET_TASK, Offer.CANCEL_TASK,
        Offer.RETRY_TASK, Offer.LIST_ARTIFACTS, Offer.READ_ARTIFACT, Offer.READ_REPORT)) {
      tools.add(ToolSpecification.builder().name(name).description(name).build());
    }
  }

  static String id(int number) {
    return "00000000-0000-7000-8000-%012d".formatted(number);
  }

  Rehearsal offering(ToolSpecification tool) {
    tools.add(tool);
    return this;
  }

  void become(int task, String status) {
    task(id(task)).put("status", status);
  }

  private ObjectNode task(String id) {
    return java.util.Objects.requireNonNull(tasks.get(id), id);
  }

  /// One turn: the calls in short, one line for each round trip, and the reply.
  record Heard(String calls, String reply) {}

  Heard say(String text) {
    messages.add(UserMessage.from(text));
    var rounds = new ArrayList<String>();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var reply = Rules
          .reply(ChatRequest.builder().messages(messages).toolSpecifications(tools).build());
      messages.add(reply);
      if (!reply.hasToolExecutionRequests()) {
        return new Heard(String.join(" > ", rounds), String.valueOf(reply.text()));
      }
      rounds.add(
          reply.toolExecutionRequests().stream().map(this::run).collect(Collectors.joining(" + ")));
    }
    throw new AssertionError("no end after " + rounds);
  }

  Heard saying(String context, String text) {
    return say("<context project_id=\"shop\">" + context + "</context>\n" + text);
  }

  String calls(String text) {
    return saying("", text).calls();
  }

  String reply(String text) {
    return saying("", text).reply();
  }

  AiMessage last() {
    return (AiMessage) messages.getLast();
  }

  private String run(ToolExecutionRequest request) {
    if (!callIds.add(request.id())) {
      throw new AssertionError("call ID given twice: " + request.id());
    }
    if (tools.stream().noneMatch(it -> it.name().equals(request.name()))) {
      throw new AssertionError("not on offer: " + request.name());
    }
    var arguments = (ObjectNode) Talk.JSON.readTree(request.arguments());
    messages.add(
        ToolExecutionResultMessage.from(request, answer(request.name(), arguments).toString()));
    return request.name().replaceAll("_background_tool$|^generate_", "") + shortened(arguments);
  }

  private JsonNode answer(String tool, ObjectNode arguments) {
    return switch (tool) {
      case Offer.LIST_TASKS -> object("tasks", tasks.values());
      case Offer.GET_TASK -> known(arguments);
      case Offer.CANCEL_TASK -> confirms ? refusal() : cancelled(known(arguments));
      case Offer.RETRY_TASK -> start("retried");
      case Offer.LIST_ARTIFACTS -> artifacts(arguments);
      case Offer.READ_ARTIFACT -> Talk.JSON.createObjectNode().put("name", "a.csv")
          .put("content", java.util.Objects
              .requireNonNull(artifacts.get(arguments.path("artifact_id").asString(""))));
      case Offer.READ_REPORT -> report(arguments);
      default -> confirms ? refusal() : start(tool.replaceAll("_background_tool$", ""));
    };
  }

  private ObjectNode report(ObjectNode arguments) {
    var answer = arguments.deepCopy().put("project_id", "shop");
    var report = reports.get(arguments.path("part").asString(""));
    answer.putArray("reports");
    return report == null ? answer : answer.setAll((ObjectNode) Talk.JSON.readTree(report));
  }

  private ObjectNode known(ObjectNode arguments) {
    var task = tasks.get(arguments.path("task_id").asString(""));
    return task == null
        ? error("not_found", "no task " + arguments.path("task_id").asString(""))
        : task;
  }

  /// What has ended stays as it is.
  private static ObjectNode cancelled(ObjectNode task) {
    boolean isOpen = task.path("status").asString("").matches("pending|running");
    return isOpen ? task.put("status", "cancelled") : task;
  }

  private ObjectNode start(String type) {
    var id = id(tasks.size() + 1);
    var task = Talk.JSON.createObjectNode().put("task_id", id)
        .put("task_type", type.equals("process_file") ? "file_processing" : type)
        .put("status", "pending").put("project_id", "shop");
    tasks.put(id, task);
    return task;
  }

  private static ObjectNode refusal() {
    return Talk.JSON.createObjectNode().put("needs_confirmation", true).put("note",
        "ask the user first");
  }

  private static ObjectNode error(String code, String message) {
    var error = Talk.JSON.createObjectNode();
    error.putObject("error").put("code", code).put("message", message);
    return error;
  }

  private JsonNode artifacts(ObjectNode wanted) {
    var kind = wanted.path("kind").asString("");
    return object("artifacts", artifacts.keySet().stream().filter(it -> it.startsWith(kind))
        .map(it -> Talk.JSON.createObjectNode().put("artifact_id", it)
            .put("name", it.contains(".") ? it : it + ".csv").put("kind", kind))
        .toList());
  }

  private static ObjectNode object(String name, Iterable<? extends JsonNode> items) {
    var object = Talk.JSON.createObjectNode();
    items.forEach(object.putArray(name)::add);
    return object;
  }

  private static String shortened(ObjectNode arguments) {
    var parts = new ArrayList<String>();
    flatten("", arguments, parts);
    return parts.isEmpty() ? "" : parts.stream().collect(Collectors.joining(" ", "(", ")"));
  }

  private static void flatten(String name, JsonNode value, List<String> parts) {
    if (value.isObject()) {
      value.properties().forEach(it -> flatten(it.getKey(), it.getValue(), parts));
    } else if (value.isArray()) {
      parts.add(name + "="
          + value.valueStream().map(it -> brief(it.asString(""))).collect(Collectors.joining(",")));
    } else {
      parts
          .add(name + (value.asString("").length() > SHORT ? "" : "=" + brief(value.asString(""))));
    }
  }

  private static String brief(String text) {
    return text.replaceAll("00000000-0000-7000-8000-0+", "T");
  }
}
