package dev.meanwhile.live;

import dev.meanwhile.JsonFailures;
import dev.meanwhile.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads what clients say; whatever isn't a frame is a bad request.
@Component
class ClientFrames {
  private final JsonMapper json;

  ClientFrames(JsonMapper json) {
    this.json = json;
  }

  /// The text as a JSON object.
  ///
  /// @throws Problem when it isn't one
  ObjectNode parse(String text) {
    try {
      if (json.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException malformed) {
      throw JsonFailures.explain(malformed);
    }
    throw Problem.badRequest("a frame is a JSON object with a type");
  }

  /// The object as a frame.
  ///
  /// @throws Problem when the type is unknown, or a field is unknown, missing or wrong
  ClientFrame frame(ObjectNode object) {
    String type = object.path("type").asString("");
    var fields = object.deepCopy().without("type");
    return switch (type) {
      case "resume" -> read(fields, ClientFrame.Resume.class);
      case "message" -> read(fields, ClientFrame.Message.class);
      case "cancel_turn" -> read(fields, ClientFrame.CancelTurn.class);
      case "cancel_task" -> read(fields, ClientFrame.CancelTask.class);
      case "ping" -> read(fields, ClientFrame.Ping.class);
      default -> throw Problem.badField("type", "\"%s\" isn't one of resume, message, cancel_turn, "
          .formatted(type) + "cancel_task and ping");
    };
  }

  private <T extends ClientFrame> T read(JsonNode fields, Class<T> type) {
    try {
      return json.treeToValue(fields, type);
    } catch (JacksonException wrong) {
      throw JsonFailures.explain(wrong);
    }
  }
}
