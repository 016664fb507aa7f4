package dev.meanwhile.foreign;

import dev.meanwhile.Api;
import dev.meanwhile.foreign.Place.Ask;
import dev.meanwhile.foreign.Place.Understood;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The IDs in paths, queries and bodies over HTTP, with JSON and as an event stream.
final class RestPlaces {
  private static final String STREAM = "text/event-stream";

  private final List<Operation> operations;
  private final Belongings caller;
  private final Belongings other;
  private final JsonNode description;

  /// @param other whose IDs the caller has learnt
  RestPlaces(List<Operation> operations, Belongings caller, Belongings other) {
    this.operations = operations;
    this.caller = caller;
    this.other = other;
    this.description = caller.api().get("/v3/api-docs").json();
  }

  List<Place> inPaths() {
    return operations.stream().filter(one -> !isChoice(one)).flatMap(this::inPath).toList();
  }

  /// A path that names one of the server's own words isn't a path with an ID: its body is, by the word's schema.
  private static boolean isChoice(Operation operation) {
    return operation.variables().contains("slug");
  }

  /// With the caller's own things in the path's other places, if it has others, and with those of the other.
  private Stream<Place> inPath(Operation operation) {
    var variables = operation.variables();
    var owners = variables.size() > 1 ? List.of(caller, other) : List.of(caller);
    return variables.stream().flatMap(variable -> owners.stream()
        .flatMap(owner -> places(operation + ", " + variable, nounOf(operation, variable),
            operation, api -> pathAsks(api, operation, variable, owner),
            (reply, _) -> reply.outcome().equals("404"))));
  }

  private static String nounOf(Operation operation, String variable) {
    var noun = Nouns.of(variable);
    if (noun == null) {
      throw new AssertionError("%s takes a {%s}: say in Nouns what that is"
          .formatted(operation, variable));
    }
    return noun;
  }

  private List<Ask> pathAsks(Api api, Operation operation, String variable, Belongings owner) {
    var asks = new ArrayList<Ask>();
    for (var body : bodies(operation)) {
      asks.add(id -> {
        var things = new HashMap<String, String>();
        operation.variables().forEach(one -> things.put(one, owner.id(nounOf(operation, one))));
        things.put(variable, id);
        return send(api, operation, operation.filled(things), body);
      });
    }
    return asks;
  }

  /// Bodies of which the server takes one, if it takes a body at all.
  private List<ObjectNode> bodies(Operation operation) {
    return shapes(operation).values().stream().findFirst().map(shape -> shape.variants(
        caller.byNoun())).orElse(List.of(Api.JSON.createObjectNode()));
  }

  List<Place> inQueries() {
    return operations.stream().flatMap(operation -> operation.query().entrySet().stream()
        .flatMap(one -> inQuery(operation, one.getKey(), one.getValue()))).toList();
  }

  /// A list may be empty; a feed doesn't open.
  private Stream<Place> inQuery(Operation operation, String name, JsonNode type) {
    var noun = Shape.nounOf(name, type);
    var path = operation.filledWith(caller.byNoun()) + "?" + name + "=";
    return noun == null
        ? Stream.of()
        : places(operation + "?" + name, noun, operation,
            api -> List.of(id -> send(api, operation, path + id, null)),
            (reply, id) -> reply.names(id) || (reply.isAccepted() && !operation.isEndless()));
  }

  List<Place> inBodies() {
    return operations.stream().flatMap(operation -> shapes(operation).entrySet().stream()
        .flatMap(one -> one.getValue().spots().stream()
            .flatMap(spot -> inBody(operation, one.getKey(), one.getValue(), spot))))
        .toList();
  }

  private Stream<Place> inBody(Operation operation, String path, Shape shape, Shape.Spot spot) {
    return places("%s %s, %s".formatted(operation.method(), path, spot), spot.noun(), operation,
        api -> shape.asks(spot, caller, body -> send(api, operation, path, body)),
        Reply::names);
  }

  /// The place as JSON, and as a stream unless it is a project's key: that is taken, and what a stream then tells comes
  /// in pieces of any size.
  private Stream<Place> places(String name, String noun, Operation operation,
      Function<Api, List<Ask>> asks, Understood understood) {
    Understood orRefused = (reply, id) -> understood.by(reply, id) || reply.isRefusedAnyway()
        || (noun.equals(Nouns.PROJECT) && reply.isAccepted());
    var plain = new Place(name, noun, asks.apply(caller.api()), orRefused);
    var stream = new Place(name + ", as a stream", noun,
        asks.apply(caller.api().with("Accept", STREAM)), orRefused);
    return noun.equals(Nouns.PROJECT) || operation.isEndless()
        ? Stream.of(plain)
        : Stream.of(plain, stream);
  }

  /// The shapes of an operation's body by path: one, or one for each word that the path can have.
  private Map<String, Shape> shapes(Operation operation) {
    var body = operation.body().orElse(null);
    if (body == null) {
      return Map.of();
    }
    return body == ObjectNode.class
        ? described(operation)
        : Map.of(operation.filledWith(caller.byNoun()), Shape.of(body));
  }

  /// A body without a type of its own is read by a schema, which the server's description shows.
  private Map<String, Shape> described(Operation operation) {
    var shapes = new HashMap<String, Shape>();
    var path = operation.path().replaceAll("\\{\\w+}", "[^/{}]+");
    description.path("paths").properties().stream().filter(one -> one.getKey().matches(path))
        .forEach(one -> {
          var schema = one.getValue().path(operation.method().name().toLowerCase(Locale.ROOT))
              .at("/requestBody/content/application~1json/schema");
          if (schema.isObject()) {
            shapes.put(one.getKey(), new Shape(schema));
          }
        });
    if (shapes.isEmpty()) {
      throw new AssertionError(operation + " takes a body that nothing describes");
    }
    return shapes;
  }

  private static Reply send(Api api, Operation operation, String path, @Nullable ObjectNode body) {
    if (operation.isEndless()) {
      return begun(api, path);
    }
    if (operation.takesFiles()) {
      return Reply.of(api.tryUpload(path.replaceAll(".*/projects/|/files$", ""), "a.txt",
          new byte[]{120}));
    }
    boolean takesBody = operation.body().isPresent();
    return Reply.of(api.send(operation.method().name(), path, takesBody ? body : null));
  }

  /// A stream that opens has no end to wait for.
  private static Reply begun(Api api, String path) {
    try (var client = HttpClient.newHttpClient()) {
      var response = client.send(api.request(path).build(), BodyHandlers.ofInputStream());
      try (var text = response.body()) {
        boolean isOpen = response.statusCode() == 200;
        return new Reply(String.valueOf(response.statusCode()), isOpen,
            isOpen ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
