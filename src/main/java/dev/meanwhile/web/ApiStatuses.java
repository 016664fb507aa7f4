package dev.meanwhile.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// The statuses and headers that an operation may answer with beside its own, by rules that hold everywhere. Conflicts
/// and quotas are named where they arise, on the controllers.
final class ApiStatuses {
  /// Paths without an ID in them that take one elsewhere.
  private static final Set<String> TAKE_IDS = Set.of("/api/v1/events", "/api/v1/ws",
      "/api/v1/bot/commands");
  private static final Set<String> BODILESS = Set.of("101", "204", "304");
  private static final String PROBLEM_JSON = "application/problem+json";
  private static final String RETRY_AFTER = "Retry-After";

  private ApiStatuses() {}

  static void complete(String path, String method, Operation operation) {
    var all = operation.getResponses();
    failures(path, method, operation).forEach((status, description) -> {
      if (!all.containsKey(status)) {
        all.addApiResponse(status, new ApiResponse().description(description));
      }
    });
    all.addApiResponse("default", new ApiResponse().description("Another failure"));
    all.forEach(ApiStatuses::describe);
  }

  private static Map<String, String> failures(String path, String method, Operation operation) {
    boolean hasBody = operation.getRequestBody() != null;
    var failures = new LinkedHashMap<String, String>();
    if (hasBody || operation.getParameters() != null || path.startsWith("/api/")) {
      failures.put("400", "A parameter or a field is wrong or unknown; `errors` names it");
    }
    failures.put("401", "Nobody is signed in, or the credential doesn't hold");
    if (!method.equals("GET") || isForAdmins(path)) {
      failures.put("403", isForAdmins(path)
          ? "Only for admins, or a browser sent it from another site"
          : "A browser sent it from another site");
    }
    if (path.contains("{") || TAKE_IDS.contains(path)) {
      failures.put("404", "It doesn't exist, or isn't the caller's");
    }
    if (hasBody) {
      failures.put("413", "Over a limit; the detail says which one");
      failures.put("415", "The media type isn't supported");
    }
    failures.put("503", "The server is draining, or its store is away");
    return failures;
  }

  private static boolean isForAdmins(String path) {
    return path.startsWith("/api/v1/users") || path.startsWith("/api/v1/operations");
  }

  private static void describe(String status, ApiResponse response) {
    if (status.startsWith("4") || status.startsWith("5") || status.equals("default")) {
      response.setContent(problem());
    } else if (BODILESS.contains(status)) {
      response.setContent(null); // nothing is sent
    }
    switch (status) {
      case "201" -> header(response, "Location", "Where it is");
      case "202" -> {
        header(response, "Location", "Where the task is; absent while the task API is off");
        header(response, RETRY_AFTER, "Seconds until a look is worth it");
        header(response, "ETag", "Changes with the task");
      }
      case "401" -> header(response, "WWW-Authenticate", "Bearer");
      case "429" -> {
        header(response, RETRY_AFTER, "Seconds");
        header(response, "RateLimit", "The quota, what remains of it, and when to try again");
      }
      case "503" -> header(response, RETRY_AFTER, "Seconds");
      default -> {
      }
    }
  }

  private static void header(ApiResponse response, String name, String description) {
    response.addHeaderObject(name,
        new Header().description(description).schema(ApiDescription.typed("string")));
  }

  private static Content problem() {
    return new Content().addMediaType(PROBLEM_JSON,
        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")));
  }
}
