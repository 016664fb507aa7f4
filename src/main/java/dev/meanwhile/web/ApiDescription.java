package dev.meanwhile.web;

import dev.meanwhile.UserId;
import dev.meanwhile.security.Caller;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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

  /// The documents' own mapper knows nothing of the application's.
  @Bean
  ModelResolver snakeCase(ObjectMapperProvider mappers) {
    var mapper = mappers.jsonMapper().copy();
    mapper.setPropertyNamingStrategy(
        com.fasterxml.jackson.databind.PropertyNamingStrategies.SNAKE_CASE);
    return new ModelResolver(mapper);
  }

  /// Any operation may fail, and always in this form.
  @Bean
  OpenApiCustomizer describeFailures() {
    return api -> {
      api.getComponents().addSchemas(PROBLEM, problem());
      if (api.getPaths() != null) {
        api.getPaths().values().stream().map(PathItem::readOperations).flatMap(List::stream)
            .forEach(ApiDescription::mayFail);
      }
    };
  }

  private static Schema<?> problem() {
    var properties = new LinkedHashMap<String, Schema<?>>();
    properties.put("type", text("urn:meanwhile:problem:… with the code"));
    properties.put("title", text("the status in words"));
    properties.put("status", new Schema<Integer>().type("integer"));
    properties.put("detail", text("what happened to this request"));
    properties.put("instance", text("the request's path"));
    properties.put("code", text("a stable word for programs"));
    var required = List.copyOf(properties.keySet());
    properties.put("errors", new ArraySchema().items(fieldError()).description("the wrong fields"));
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
    var object = new Schema<Object>().type("object");
    properties.forEach(object::addProperty);
    return object;
  }

  private static Schema<?> text(String description) {
    return new Schema<String>().type("string").description(description);
  }

  private static void mayFail(Operation operation) {
    var content = new Content().addMediaType("application/problem+json",
        new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
    operation.getResponses().addApiResponse("default",
        new ApiResponse().description("A failure").content(content));
  }
}
