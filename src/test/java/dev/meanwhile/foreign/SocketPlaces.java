package dev.meanwhile.foreign;

import dev.meanwhile.Api;
import dev.meanwhile.live.FrameFamily;
import dev.meanwhile.live.SocketClient;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The IDs in what a client says over a WebSocket, and in the address that it shakes hands with.
final class SocketPlaces {
  private static final String ADDRESS = "/api/v1/ws";

  private final List<Operation> operations;
  private final Belongings caller;

  SocketPlaces(List<Operation> operations, Belongings caller) {
    this.operations = operations;
    this.caller = caller;
  }

  /// A frame without an ID has no spot, and so no place.
  List<Place> inFrames() {
    return FrameFamily.all().stream().flatMap(this::inFrame).toList();
  }

  private Stream<Place> inFrame(Class<?> frame) {
    var shape = Shape.of(frame);
    var type = Nouns.snake(frame.getSimpleName());
    return shape.spots().stream().map(spot -> Place.naming("frame %s, %s".formatted(type, spot),
        spot.noun(), shape.asks(spot, caller, fields -> say(fields.put("type", type)))));
  }

  private Reply say(ObjectNode frame) {
    var clientId = UUID.randomUUID().toString();
    try (var socket = new SocketClient(caller.api(), "")) {
      socket.say(frame.put("client_id", clientId).toString());
      var answer = socket.answer(clientId);
      var type = answer.path("type").asString();
      return new Reply(type, !type.equals("error"), answer.toString());
    }
  }

  List<Place> inHandshakes() {
    var places = new ArrayList<Place>();
    operations.stream().filter(one -> one.path().equals(ADDRESS)).forEach(one -> one.query()
        .forEach((name, type) -> {
          var noun = Shape.nounOf(name, type);
          if (noun != null) {
            places.add(new Place("handshake, " + name, noun,
                List.of(id -> shakeHands(caller.api(), "?" + name + "=" + id)),
                (reply, _) -> reply.outcome().equals("404")));
          }
        }));
    return places;
  }

  private static Reply shakeHands(Api api, String query) {
    try (var socket = new SocketClient(api, query)) {
      return new Reply("open", true, socket.frame("hello").toString());
    } catch (CompletionException refused) {
      return refused.getCause() instanceof WebSocketHandshakeException reason
          ? new Reply(String.valueOf(reason.getResponse().statusCode()), false, "")
          : new Reply("failed", false, String.valueOf(refused.getCause()));
    }
  }
}
