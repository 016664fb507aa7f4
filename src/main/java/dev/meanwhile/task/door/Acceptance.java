package dev.meanwhile.task.door;

import dev.meanwhile.Problem;
import dev.meanwhile.task.NewTask;
import dev.meanwhile.task.handler.Handlers;
import dev.meanwhile.task.handler.Inputs;
import dev.meanwhile.task.handler.TaskHandler;
import dev.meanwhile.task.row.TaskRows;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Holds a wish against its handler and against what its user has.
@Component
class Acceptance {
  private final TaskRows rows;
  private final Handlers handlers;
  private final Inputs inputs;

  Acceptance(TaskRows rows, Handlers handlers, Inputs inputs) {
    this.rows = rows;
    this.handlers = handlers;
    this.inputs = inputs;
  }

  /// A wish that can be fulfilled.
  ///
  /// @param type the task type as its handler writes it
  /// @param dependsOn what the wish names, and what its input implies
  record Accepted(String type, List<UUID> dependsOn) {}

  /// @throws Problem bad field, too large, or what the handler finds
  Accepted accept(NewTask wish) {
    var handler = handlers.ofType(wish.type());
    return new Accepted(handler.kind().type(), dependencies(wish, handler));
  }

  private <I extends Record> List<UUID> dependencies(NewTask wish, TaskHandler<I> handler) {
    var input = inputs.read(wish.input(), handler.kind().input());
    var implied = handler.dependencies(input);
    var all = new LinkedHashSet<>(wish.dependsOn());
    all.addAll(implied);
    checkDependencies(wish, all);
    handler.check(wish.user(), wish.project(), input);
    return List.copyOf(all);
  }

  private void checkDependencies(NewTask wish, Set<UUID> all) {
    for (var id : all) {
      if (rows.find(wish.user(), id).isEmpty()) {
        int index = wish.dependsOn().indexOf(id);
        throw Problem.badField(
            index < 0 ? fieldOf(wish.input(), id) : "depends_on[%d]".formatted(index),
            "no task " + id);
      }
    }
  }

  private static String fieldOf(ObjectNode input, UUID id) {
    return input.properties().stream()
        .filter(property -> property.getValue().asString("").equalsIgnoreCase(id.toString()))
        .map(Map.Entry::getKey).findFirst().orElse("input");
  }
}
