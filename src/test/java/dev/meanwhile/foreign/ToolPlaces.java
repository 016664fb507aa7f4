package dev.meanwhile.foreign;

import dev.meanwhile.Api;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.tool.Tool;
import dev.meanwhile.tool.ToolCaller;
import dev.meanwhile.tool.Toolbox;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The IDs in the arguments of the agent's tools.
final class ToolPlaces {
  private final Toolbox toolbox;
  private final Belongings caller;

  ToolPlaces(Toolbox toolbox, Belongings caller) {
    this.toolbox = toolbox;
    this.caller = caller;
  }

  List<Place> all() {
    return toolbox.tools().stream().flatMap(this::of).toList();
  }

  private Stream<Place> of(Tool tool) {
    var shape = new Shape(Api.JSON.valueToTree(tool.inputSchema()));
    return shape.spots().stream().map(spot -> Place.naming("tool %s, %s".formatted(tool.name(),
        spot), spot.noun(), shape.asks(spot, caller, arguments -> call(tool, arguments))));
  }

  private Reply call(Tool tool, ObjectNode arguments) {
    var who = new ToolCaller(caller.user(), UUID.fromString(caller.id("conversation")),
        null, new ProjectKey(caller.id(Nouns.PROJECT)), false);
    var text = toolbox.call(who, tool.name(), arguments).text();
    boolean isRefused = Api.JSON.readTree(text).has("error");
    return new Reply(isRefused ? "refused" : "done", !isRefused, text);
  }
}
