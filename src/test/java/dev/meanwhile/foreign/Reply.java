package dev.meanwhile.foreign;

import dev.meanwhile.Api;
import dev.meanwhile.Problem;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a place answered.
///
/// @param outcome the status, or the door's own word for it
/// @param isAccepted whether the place did what it was asked
/// @param text what the caller reads
record Reply(String outcome, boolean isAccepted, String text) {
  private static final String ANY_UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final String ANY_TIME = "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z";
  private static final String ANY_HASH = "[0-9a-f]{64}";
  /// What of a task is another a moment later.
  private static final Set<String> MOVING = Set.of("status", "started_at", "completed_at",
      "progress", "result", "error", "usage", "version", "expires_at", "queue_position",
      "eta_seconds");

  static Reply of(Api.Answer answer) {
    return new Reply(String.valueOf(answer.status()), answer.status() < 300, answer.text());
  }

  static Reply of(Problem problem) {
    return new Reply(problem.code(), false, problem.detail());
  }

  /// Whether it says which ID it means.
  boolean names(String id) {
    return text.replaceAll("\"instance\":\"[^\"]*\"", "").contains(id);
  }

  /// Whether it is refused without a look at the ID: the path is for admins, or doesn't stream.
  boolean isRefusedAnyway() {
    return outcome.equals("403") || outcome.equals("406");
  }

  /// The reply without what differs each time: the ID that was asked for, new IDs and times, and how far tasks are.
  String alike(String id) {
    return outcome + " " + standing().replace(id, "ID").replaceAll(ANY_UUID, "NEW")
        .replaceAll(ANY_TIME, "TIME").replaceAll(ANY_HASH, "HASH");
  }

  private String standing() {
    try {
      var json = Api.JSON.readTree(text);
      still(json);
      return json.toString();
    } catch (JacksonException notJson) {
      return text;
    }
  }

  private static void still(JsonNode json) {
    if (json instanceof ObjectNode object) {
      object.remove("seq");
      if (object.has("task_type")) {
        object.remove(MOVING);
      }
    }
    json.forEach(Reply::still);
  }
}
