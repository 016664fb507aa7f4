package dev.meanwhile.live;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.chat.turn.Turns;
import dev.meanwhile.task.door.Tasks;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Does what a client's frame asks for and words the answer.
@Component
class FrameAnswers {
  private static final Logger log = LoggerFactory.getLogger(FrameAnswers.class);

  private final ClientFrames frames;
  private final Tasks tasks;
  private final Turns turns;
  private final JsonMapper json;

  FrameAnswers(ClientFrames frames, Tasks tasks, Turns turns, JsonMapper json) {
    this.frames = frames;
    this.tasks = tasks;
    this.turns = turns;
    this.json = json;
  }

  /// The answer to one frame: `ack`, `pong` or `error`, with the client's own ID where it gave one.
  ObjectNode answer(FeedReader reader, String text) {
    String clientId = null;
    try {
      var object = frames.parse(text);
      clientId = object.path("client_id").asString(null);
      return named(act(reader, frames.frame(object)), clientId);
    } catch (Problem problem) {
      return named(error(problem.code(), problem.detail()), clientId);
    } catch (RuntimeException failure) {
      return named(internalError(failure), clientId);
    }
  }

  private ObjectNode act(FeedReader reader, ClientFrame frame) {
    UserId user = reader.caller().user();
    switch (frame) {
      case ClientFrame.Resume resume -> reader.resumeAfter(resume.after());
      case ClientFrame.Message message ->
        turns.post(user, message.conversationId(), message.post());
      case ClientFrame.CancelTurn turn -> turns.cancel(user, turn.conversationId());
      case ClientFrame.CancelTask task -> tasks.cancel(user, task.taskId());
      case ClientFrame.Ping _ -> {
        return pong(reader.position());
      }
    }
    return event("ack");
  }

  private ObjectNode pong(long seq) {
    return seq < 0 ? event("pong") : event("pong").put("seq", seq);
  }

  private ObjectNode error(String code, String detail) {
    return event("error").put("code", code).put("detail", detail);
  }

  private ObjectNode internalError(RuntimeException failure) {
    var id = UUID.randomUUID();
    log.error("frame failed, {}", id, failure);
    return error("internal_error", "internal error " + id);
  }

  private static ObjectNode named(ObjectNode answer, @Nullable String clientId) {
    return clientId == null ? answer : answer.put("client_id", clientId);
  }

  private ObjectNode event(String type) {
    return json.createObjectNode().put("type", type);
  }
}
