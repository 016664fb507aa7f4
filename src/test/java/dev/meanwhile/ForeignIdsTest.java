package dev.meanwhile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.meanwhile.Api.Answer;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.door.Tasks;
import dev.meanwhile.task.handler.InputSchema;
import dev.meanwhile.tool.ToolCaller;
import dev.meanwhile.tool.Toolbox;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Another user's IDs are answered as if nothing had them: each place that takes an ID is asked twice, with an ID of
/// another user and with one that nobody has, and must say the same. The places come from the server's own mappings,
/// schemas and tools, so a new one is tried without being listed here.
@MeanwhileTest
class ForeignIdsTest {
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  @Autowired
  Api nobody;
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;
  @Autowired
  Tasks tasks;
  @Autowired
  Toolbox toolbox;
  @Autowired
  JsonMapper json;
  private Api other;
  private Api mine;
  /// What the other user has, by the name under which a path or schema asks for it.
  private final Map<String, String> foreign = new HashMap<>();

  @BeforeEach
  void letAnotherUserHaveOneOfEach() {
    other = nobody.newUser();
    mine = nobody.newUser();
    var project = "p" + UUID.randomUUID();
    var conversation = other.post("/api/v1/conversations", Map.of("project_id", project)).json()
        .path("conversation_id").asString();
    var task = other.with("Prefer", "wait=30").post("/api/v1/tasks/probe", Map.of("project_id",
        project, "name", "one", "plan", List.of("step"))).json().path("task_id").asString();
    var artifact = other.get("/api/v1/tasks/" + task + "/artifacts").json().path("artifacts")
        .path(0)
        .path("artifact_id").asString();
    var token = other.post("/api/v1/tokens", Map.of("name", "second")).json().path("token_id")
        .asString();
    foreign.putAll(Map.of("project", project, "conversation", conversation, "task", task,
        "artifact", artifact, "file", other.upload(project, "a.txt", new byte[]{120}), "token",
        token, "user", other.user()));
    assertThat(foreign.values()).doesNotContain("");
  }

  /// The noun that a name such as `taskId`, `rtm_artifact_id` or `depends_on` stands for.
  private static String noun(String name) {
    var word = name.toLowerCase(java.util.Locale.ROOT).replaceAll("_?ids?$", "")
        .replaceAll("^rtm_", "").replaceAll("^from_task$", "task");
    return word.equals("depends_on") ? "task" : word;
  }

  private static String unknown(String noun) {
    return noun.equals("project")
        ? "p" + UUID.randomUUID()
        : noun.equals("user") ? "u-" + UUID.randomUUID() : UUID.randomUUID().toString();
  }

  private static void assertSame(String place, Answer foreign, String foreignId, Answer unknown,
      String unknownId) {
    assertThat(foreign.status()).as(place).isEqualTo(unknown.status());
    assertThat(foreign.text().replace(foreignId, "ID")).as(place)
        .isEqualTo(unknown.text().replace(unknownId, "ID"));
  }

  @Test
  void everyPathWithAnIdAnswersAsIfItDidNotExist() {
    int tried = 0;
    for (var handler : mappings.getHandlerMethods().entrySet()) {
      for (var path : handler.getKey().getPatternValues()) {
        if (isOurs(handler.getValue()) && VARIABLE.matcher(path).find()
            && !path.contains("{slug}")) {
          tryPath(handler.getKey(), path);
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(15);
  }

  /// Of the product: not a library's, and not one that only tests have.
  private static boolean isOurs(HandlerMethod handler) {
    var type = handler.getBeanType();
    return type.getPackageName().startsWith("dev.meanwhile") && !type.getProtectionDomain()
        .getCodeSource().getLocation().getPath().contains("test-classes");
  }

  private void tryPath(RequestMappingInfo mapping, String path) {
    var variables = VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
    var last = variables.getLast();
    var known = foreign.get(noun(last));
    if (known == null) {
      fail("%s takes a {%s}: say here what another user has of it".formatted(path, last));
      return;
    }
    var unknown = unknown(noun(last));
    for (var method : mapping.getMethodsCondition().getMethods()) {
      var answer = call(method, filled(path, variables, known));
      assertSame(method + " " + path, answer, known, call(method, filled(path, variables, unknown)),
          unknown);
      if (!noun(last).equals("project")) { // a project key is the caller's own word
        assertThat(answer.status()).as(method + " " + path)
            .isIn(path.contains("/users/") ? 403 : 404, 404);
      }
    }
  }

  private String filled(String path, List<String> variables, String lastValue) {
    var filled = path;
    for (var variable : variables) {
      var value = variable.equals(variables.getLast()) ? lastValue : foreign.get(noun(variable));
      filled = filled.replace("{" + variable + "}", String.valueOf(value));
    }
    return filled;
  }

  private Answer call(RequestMethod method, String path) {
    return switch (method) {
      case GET, DELETE -> mine.send(method.name(), path, null);
      default -> mine.send(method.name(), path, path.endsWith("/messages")
          ? Map.of("content", "hello")
          : Map.of());
    };
  }

  @Test
  void theFeedsFiltersAnswerAsIfItDidNotExist() throws Exception {
    for (var name : List.of("conversation_id", "task_id")) {
      assertThat(feedStatus(name + "=" + foreign.get(noun(name)))).as(name).isEqualTo(404);
      assertThat(feedStatus(name + "=" + UUID.randomUUID())).as(name).isEqualTo(404);
    }
    var listed = mine.get("/api/v1/tasks?conversation_id=" + foreign.get("conversation"));
    assertThat(listed.json().path("tasks").size()).isZero();
  }

  /// The status alone: a feed that opens doesn't end.
  private int feedStatus(String query) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(mine.request("/api/v1/events?" + query).build(),
          HttpResponse.BodyHandlers.ofInputStream());
      answer.body().close();
      return answer.statusCode();
    }
  }

  @Test
  void everyIdInABodyAnswersAsIfItDidNotExist() {
    int tried = 0;
    for (var kind : tasks.kinds()) {
      for (var name : idsOf(InputSchema.of(kind.input()))) {
        tryBody("/api/v1/tasks/" + kind.slug(), name);
        tried++;
      }
      tryBody("/api/v1/tasks/" + kind.slug(), "conversation_id");
      tryBody("/api/v1/tasks/" + kind.slug(), "depends_on");
    }
    assertThat(tried).isGreaterThan(3);
  }

  private void tryBody(String path, String name) {
    var noun = noun(name);
    var known = String.valueOf(foreign.get(noun));
    var unknown = unknown(noun);
    var answer = mine.post(path, body(name, known));
    assertThat(answer.status()).as(path + " " + name).isEqualTo(400);
    assertSame(path + " " + name, answer, known, mine.post(path, body(name, unknown)), unknown);
  }

  private static Map<String, Object> body(String name, String id) {
    boolean list = name.endsWith("_ids") || name.equals("depends_on");
    var body = new HashMap<String, Object>(
        Map.of("project_id", "p", name, list ? List.of(id) : id));
    return body;
  }

  private List<String> idsOf(Map<String, Object> schema) {
    var ids = new ArrayList<String>();
    json.valueToTree(schema).path("properties").properties().forEach(property -> {
      var type = property.getValue();
      if (isId(type) || isId(type.path("items"))) {
        ids.add(property.getKey());
      }
    });
    return ids;
  }

  private static boolean isId(JsonNode type) {
    return type.path("format").asString("").equals("uuid");
  }

  @Test
  void everyIdOfAToolAnswersAsIfItDidNotExist() {
    int tried = 0;
    for (var tool : toolbox.tools()) {
      for (var name : toolIds(tool.inputSchema())) {
        var noun = noun(name);
        var known = String.valueOf(foreign.get(noun));
        var unknown = unknown(noun);
        var answer = callTool(tool.name(), name, known);
        assertThat(answer).as(tool.name() + " " + name).contains("error");
        assertThat(answer.replace(known, "ID")).as(tool.name() + " " + name)
            .isEqualTo(callTool(tool.name(), name, unknown).replace(unknown, "ID"));
        tried++;
      }
    }
    assertThat(tried).isGreaterThan(8);
  }

  private List<String> toolIds(Map<String, Object> schema) {
    var names = json.valueToTree(schema).path("properties").propertyNames().stream();
    return names.filter(name -> name.matches("depends_on|.*(_ids?|from_task)")
        && !name.equals("project_id")).toList();
  }

  private String callTool(String tool, String name, String id) {
    ObjectNode arguments = json.valueToTree(body(name, id));
    if (List.of("get_task", "cancel_task", "retry_task", "read_artifact").contains(tool)) {
      arguments.remove("project_id");
    }
    return toolbox.call(new ToolCaller(new UserId(mine.user()), null, UUID.randomUUID(),
        new ProjectKey("p"), false), tool, arguments).text();
  }

  @Test
  void everyIdOfACommandAnswersAsIfItDidNotExist() {
    for (var word : List.of("/task", "/cancel", "/retry")) {
      var known = String.valueOf(foreign.get("task"));
      var unknown = unknown("task");
      var answer = mine.post("/api/v1/bot/commands", Map.of("command", word + " " + known));
      assertThat(answer.status()).as(word).isEqualTo(404);
      assertSame(word, answer, known,
          mine.post("/api/v1/bot/commands", Map.of("command", word + " " + unknown)), unknown);
    }
  }
}
