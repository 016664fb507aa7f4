package dev.meanwhile.llm.embedded.wish;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.internal.JsonSchemaElementUtils;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The tools that may be called in this request.
public final class Offer {
  /// The names of the tools that the rules know how to call.
  public static final String TEST_CASES = "generate_test_cases_background_tool";
  public static final String RTM = "generate_rtm_background_tool";
  public static final String COVERAGE = "coverage_analysis_background_tool";
  public static final String PROCESS = "process_file_background_tool";
  public static final String LIST_TASKS = "list_tasks";
  public static final String GET_TASK = "get_task";
  public static final String CANCEL_TASK = "cancel_task";
  public static final String RETRY_TASK = "retry_task";
  public static final String LIST_ARTIFACTS = "list_artifacts";
  public static final String READ_ARTIFACT = "read_artifact";
  public static final String READ_REPORT = "read_report";
  private static final Set<String> KNOWN = Set.of(TEST_CASES, RTM, COVERAGE, PROCESS, LIST_TASKS,
      GET_TASK, CANCEL_TASK,
      RETRY_TASK, LIST_ARTIFACTS, READ_ARTIFACT, READ_REPORT);
  private static final Set<String> EMPTY_WORDS = Set.of("background", "tool", "generate",
      "generates", "make", "makes", "create",
      "creates", "run", "runs", "start", "starts", "from", "with", "that", "this", "into", "them",
      "their", "which", "your", "task",
      "tasks", "file", "files", "project", "test", "tests", "cases", "requirements", "requirement",
      "analysis", "returns", "result");
  private static final int LEAST_SHARED_WORDS = 2;

  private final Map<String, ToolSpecification> byName = new LinkedHashMap<>();

  /// Of a request.
  public Offer(List<ToolSpecification> tools) {
    tools.forEach(it -> byName.put(it.name(), it));
  }

  /// Whether the tool may be called.
  public boolean has(String tool) {
    return byName.containsKey(tool);
  }

  /// The JSON schema of a tool's arguments.
  public JsonNode schema(String tool) {
    var offered = byName.get(tool);
    return Talk.JSON.valueToTree(offered == null || offered.parameters() == null
        ? Map.of()
        : JsonSchemaElementUtils.toMap(offered.parameters()));
  }

  /// The words that may stand for an argument, or none when any may.
  public List<String> choices(String tool, String pointer) {
    return schema(tool).at(pointer).path("enum").valueStream().map(it -> it.asString("")).toList();
  }

  /// The operator's tool that a clause speaks of: all words of its name, or two of its description.
  Optional<String> customLike(String clause) {
    var said = words(clause);
    return byName.values().stream().filter(it -> !KNOWN.contains(it.name()))
        .filter(it -> isMeant(it, said)).map(ToolSpecification::name).findFirst();
  }

  private static boolean isMeant(ToolSpecification tool, Set<String> said) {
    var name = words(tool.name());
    if (!name.isEmpty() && said.containsAll(name)) {
      return true;
    }
    var described = words(
        tool.name() + " " + (tool.description() == null ? "" : tool.description()));
    return said.stream().filter(described::contains).count() >= LEAST_SHARED_WORDS;
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1))
        .filter(it -> it.length() > 3)
        .filter(it -> !EMPTY_WORDS.contains(it))
        .map(it -> it.endsWith("s") ? it.substring(0, it.length() - 1) : it)
        .collect(Collectors.toSet());
  }
}
