package dev.meanwhile.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meanwhile.Api;
import dev.meanwhile.MeanwhileTest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@MeanwhileTest
class ApiDescriptionTest {
  private static final String PROBE = "/api/v1/probe";

  @Autowired
  Api api;
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  private JsonNode document() {
    return api.newUser().get("/v3/api-docs").json();
  }

  @Test
  @Tag("MW-API-001")
  void theDocumentIsOpenApi31AndNamesBothCredentials() {
    var document = document();
    assertThat(document.path("openapi").asString()).startsWith("3.1");
    assertThat(document.at("/components/securitySchemes/access_token/scheme").asString())
        .isEqualTo("bearer");
    assertThat(document.at("/components/securitySchemes/session/in").asString())
        .isEqualTo("cookie");
  }

  @Test
  void everyOperationMayFailAsAProblem() {
    var document = document();
    assertThat(document.at("/components/schemas/Problem/properties").propertyNames()).contains(
        "type", "title",
        "status", "detail", "instance", "code", "errors");
    for (var path : document.path("paths")) {
      for (var operation : path) {
        assertThat(operation.at("/responses/default/content").propertyNames())
            .as(operation.toString())
            .contains("application/problem+json");
      }
    }
  }

  @Test
  void fieldsAreInSnakeCaseAndTheCallerIsNoParameter() {
    var document = document();
    assertThat(document.at("/components/schemas/NewToken/properties").propertyNames())
        .contains("expires_at");
    assertThat(document.at("/components/schemas/Me/properties/user_id/type").asString())
        .isEqualTo("string");
    assertThat(document.at("/paths/~1api~1v1~1me/get/parameters").isMissingNode()).isTrue();
    assertThat(document.at("/paths/~1api~1v1~1tokens/get/parameters").isMissingNode()).isTrue();
  }

  /// Two bodies whose types are called alike would be described as one.
  @Test
  void everyBodyIsDescribedWithItsOwnFields() {
    var document = document();
    int bodies = 0;
    for (var handler : mappings.getHandlerMethods().entrySet()) {
      var body = Arrays.stream(handler.getValue().getMethodParameters())
          .filter(one -> one.hasParameterAnnotation(RequestBody.class))
          .map(MethodParameter::getParameterType).filter(Class::isRecord).findFirst();
      if (body.isPresent() && !handler.getKey().getPatternValues().contains(PROBE)) {
        assertThat(described(document, handler.getKey())).as(handler.getKey().toString())
            .containsExactlyInAnyOrderElementsOf(fields(body.get()));
        bodies++;
      }
    }
    assertThat(bodies).isPositive();
  }

  private static Collection<String> described(JsonNode document, RequestMappingInfo mapping) {
    var path = mapping.getPatternValues().iterator().next().replace("/", "~1");
    var method = mapping.getMethodsCondition().getMethods().iterator().next().name();
    var schema = document.at("/paths/%s/%s/requestBody/content/application~1json/schema"
        .formatted(path, method.toLowerCase(Locale.ROOT)));
    var named = document.at(schema.path("$ref").asString("").replaceFirst("^#", ""));
    return named.path("properties").propertyNames();
  }

  private static List<String> fields(Class<?> body) {
    return Arrays.stream(body.getRecordComponents()).map(RecordComponent::getName)
        .map(name -> name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT)).toList();
  }

  @Test
  void theDocumentHasAPageOfItsOwn() {
    var page = api.newUser().get("/swagger-ui/index.html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
  }

  @Test
  void eachGeneratorHasItsPathWithItsOwnInput() {
    var document = document();
    var body = document.at("/paths/~1api~1v1~1tasks~1generate-test-cases/post/requestBody/content"
        + "/application~1json/schema/properties");

    assertThat(body.propertyNames()).contains("project_id", "rtm_content", "rtm_from_task",
        "generation_options", "priority", "depends_on", "conversation_id");
    assertThat(document.path("paths").propertyNames()).doesNotContain("/api/v1/tasks/{slug}")
        .contains("/api/v1/tasks/generate-rtm", "/api/v1/tasks/process-file",
            "/api/v1/tasks/coverage-analysis", "/api/v1/bot/coverage-test",
            "/api/v1/bot/coverage-test-sync", "/api/v1/bot/commands", "/api/v1/me",
            "/api/v1/tasks/{taskId}/cancel", "/api/v1/tasks/{taskId}/retry",
            "/api/v1/tasks/{taskId}/events", "/api/v1/conversations/{conversationId}/messages",
            "/api/v1/events", "/api/v1/artifacts/{artifactId}/content");
  }
}
