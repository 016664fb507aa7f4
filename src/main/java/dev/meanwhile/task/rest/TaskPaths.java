package dev.meanwhile.task.rest;

import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.handler.Handlers;
import dev.meanwhile.task.handler.InputSchema;
import dev.meanwhile.task.handler.TaskHandler;
import dev.meanwhile.task.handler.TaskKind;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/// Describes a path of its own for each generator in the OpenAPI document, with the generator's input beside the fields
/// that all have.
@Component
class TaskPaths implements OpenApiCustomizer {
  private static final String GENERIC = "/api/v1/tasks/{slug}";
  /// The list answers with a slash at its end as well; once is enough to describe it.
  private static final String SAME_LIST = "/api/v1/tasks/";
  private static final String JSON = "application/json";
  private static final String COVERAGE = "coverage_analysis";

  private final Handlers handlers;

  TaskPaths(Handlers handlers) {
    this.handlers = handlers;
  }

  @Override
  public void customise(OpenAPI api) {
    var paths = api.getPaths();
    if (paths == null) {
      return;
    }
    paths.remove(SAME_LIST);
    var generic = paths.remove(GENERIC);
    if (generic != null) {
      handlers.kinds().forEach(kind -> paths.addPathItem("/api/v1/tasks/" + kind.slug(),
          new PathItem().post(operation(generic.getPost(), kind))));
    }
    handlers.find(COVERAGE).map(TaskHandler::kind).ifPresent(kind -> List
        .of("/api/v1/bot/coverage-test", "/api/v1/bot/coverage-test-sync").forEach(path -> paths
            .computeIfPresent(path,
                (_, item) -> item.post(item.getPost().requestBody(body(kind))))));
  }

  private static Operation operation(Operation generic, TaskKind<?> kind) {
    return new Operation().operationId(kind.type()).tags(generic.getTags()).summary(kind.title())
        .description(kind.description()).parameters(parameters(generic)).requestBody(body(kind))
        .responses(copied(generic.getResponses()));
  }

  private static List<Parameter> parameters(Operation generic) {
    return generic.getParameters().stream()
        .filter(parameter -> !"path".equals(parameter.getIn())).toList();
  }

  private static RequestBody body(TaskKind<?> kind) {
    return new RequestBody().required(true).content(content(
        Json31.mapper().convertValue(schema(kind), Schema.class)));
  }

  private static Map<String, Object> schema(TaskKind<?> kind) {
    var input = InputSchema.of(kind.input());
    var properties = new LinkedHashMap<String, Object>();
    properties.put("project_id", Map.of("type", "string", "pattern", "^[A-Za-z0-9._-]{1,64}$"));
    if (input.get("properties") instanceof Map<?, ?> own) {
      own.forEach((name, type) -> properties.put(String.valueOf(name), type));
    }
    properties.put("priority",
        Map.of("type", "integer", "minimum", 1, "maximum", 9, "default", NewTask.DEFAULT_PRIORITY));
    properties.put("depends_on", Map.of("type", "array", "maxItems", NewTask.MOST_DEPENDENCIES,
        "items", Map.of("type", "string", "format", "uuid")));
    properties.put("conversation_id", Map.of("type", "string", "format", "uuid"));
    return Map.of("type", "object", "properties", properties, "required", required(input),
        "additionalProperties", false);
  }

  private static List<String> required(Map<String, Object> input) {
    var required = new ArrayList<String>(List.of("project_id"));
    if (input.get("required") instanceof List<?> own) {
      own.forEach(name -> required.add(String.valueOf(name)));
    }
    return required;
  }

  /// Each operation has answers of its own, which others may add to.
  private static ApiResponses copied(ApiResponses generic) {
    var copy = new ApiResponses();
    generic.forEach((status, response) -> copy.addApiResponse(status, new ApiResponse()
        .description(response.getDescription()).content(response.getContent())));
    return copy;
  }

  private static Content content(Schema<?> schema) {
    return new Content().addMediaType(JSON, new MediaType().schema(schema));
  }
}
