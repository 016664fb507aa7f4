package dev.meanwhile.web;

import dev.meanwhile.UserId;
import dev.meanwhile.security.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// The OpenAPI document: what all operations share. Each feature's controllers describe themselves.
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String TOKEN = "access_token";
  private static final String SESSION = "session";
  private static final String PROBLEM = "Problem";

  static {
    // who calls comes from the credential: no request has a field for it
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(UserId.class, Caller.class);
  }

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(new Info().title("Meanwhile").version("1")
            .description(
                "A chatbot whose long work runs in the background. Fields are snake_case, times RFC 3339 UTC."))
        .components(new Components().addSecuritySchemes(TOKEN, bearer()).addSecuritySchemes(SESSION,
            cookie()))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN))
        .addSecurityItem(new SecurityRequirement().addList(SESSION));
  }

  private static SecurityScheme bearer() {
    return new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
        .description("An access token, mw_…");
  }

  private static SecurityScheme cookie() {
    return new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE)
        .name("meanwhile_session")
        .description("A browser's session, from POST /api/v1/sign-in");
  }

  /// Any operation may fail, and always in this form. After all others, which may add paths.
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  OpenApiCustomizer describeFailures() {
    return api -> {
      api.getComponents().addSchemas(PROBLEM, problem());
      if (api.getPaths() != null) {
        api.getPaths().forEach((path, item) -> item.readOperationsMap()
            .forEach((method, one) -> complete(api, path, method.name(), one)));
      }
    };
  }

  private static void complete(OpenAPI api, String path, String method, Operation operation) {
    operation.setTags(List.of(chapter(path)));
    ApiStatuses.complete(path, method, operation);
    if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
      operation.getRequestBody().getContent().values()
          .forEach(body -> mayLeaveOut(api, body.getSchema()));
    }
  }

  /// The noun that a path is about.
  private static String chapter(String path) {
    var behind = path.replaceFirst("^/api/v1/", "");
    int end = behind.indexOf('/');
    return end < 0 ? behind : behind.substring(0, end);
  }

  /// What may be null in a request may be left out as well.
  private static void mayLeaveOut(OpenAPI api, @Nullable Schema<?> body) {
    var reference = body == null ? null : body.get$ref();
    Schema<?> named = reference == null
        ? null
        : api.getComponents().getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1));
    if (named != null && named.getRequired() != null) {
      named.setRequired(named.getRequired().stream()
          .filter(name -> !ApiSchemas
              .mayBeNull(Objects.requireNonNull(named.getProperties().get(name))))
          .toList());
    }
  }

  private static Schema<?> problem() {
    var properties = new LinkedHashMap<String, Schema<?>>();
    properties.put("type", text("urn:meanwhile:problem:… with the code"));
    properties.put("title", text("the status in words"));
    properties.put("status", typed("integer"));
    properties.put("detail", text("what happened to this request"));
    properties.put("instance", text("the request's path"));
    properties.put("code", text("a stable word for programs"));
    var required = List.copyOf(properties.keySet());
    properties.put("errors", typed("array").items(fieldError()).description("the wrong fields"));
    var problem = object(properties);
    problem.setDescription("A failure (RFC 9457)");
    problem.setRequired(required);
    return problem;
  }

  private static Schema<?> fieldError() {
    return object(Map.of("field", text("for example depends_on[2]"), "message",
        text("what is wrong with it")));
  }

  private static Schema<?> object(Map<String, Schema<?>> properties) {
    var object = typed("object");
    properties.forEach(object::addProperty);
    return object;
  }

  private static Schema<?> text(String description) {
    return typed("string").description(description);
  }

  /// OpenAPI 3.1 has types where 3.0 had one.
  static Schema<?> typed(String type) {
    return new Schema<>().types(Set.of(type));
  }
}
