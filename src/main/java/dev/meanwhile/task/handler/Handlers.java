package dev.meanwhile.task.handler;

import dev.meanwhile.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The handlers that Spring found, by type and by path.
@Component
public class Handlers {
  private final List<TaskHandler<?>> all;
  private final Map<String, TaskHandler<?>> byType;
  private final Map<String, TaskHandler<?>> bySlug;

  Handlers(List<TaskHandler<?>> handlers) {
    this.all = handlers.stream()
        .sorted(java.util.Comparator.comparing(handler -> handler.kind().type())).toList();
    this.byType = index(handler -> handler.kind().type());
    this.bySlug = index(handler -> handler.kind().slug());
  }

  private Map<String, TaskHandler<?>> index(Function<TaskHandler<?>, String> key) {
    return all.stream().collect(Collectors.toUnmodifiableMap(key, handler -> handler));
  }

  /// What is on offer, by type.
  public List<TaskKind<?>> kinds() {
    return all.stream().<TaskKind<?>>map(TaskHandler::kind).toList();
  }

  /// The handler of a type in any case.
  ///
  /// @throws Problem bad field `task_type`
  public TaskHandler<?> ofType(String type) {
    return find(type).orElseThrow(() -> Problem.badField("task_type",
        "\"%s\" is none of %s".formatted(type, byType.keySet().stream().sorted().toList())));
  }

  /// The handler of a type in any case, if there is one.
  public Optional<TaskHandler<?>> find(String type) {
    return Optional.ofNullable(byType.get(type.toLowerCase(Locale.ROOT)));
  }

  /// The handler at the last part of a path.
  ///
  /// @throws Problem not found
  public TaskHandler<?> atPath(String slug) {
    var handler = bySlug.get(slug);
    if (handler == null) {
      throw Problem.notFound("generator at \"%s\"".formatted(slug));
    }
    return handler;
  }
}
