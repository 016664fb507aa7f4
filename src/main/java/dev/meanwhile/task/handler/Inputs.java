package dev.meanwhile.task.handler;

import dev.meanwhile.JsonFailures;
import dev.meanwhile.Problem;
import dev.meanwhile.task.TaskSettings;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Turns a wish's input into its handler's record, or says which field is wrong.
@Component
public class Inputs {
  private final JsonMapper json;
  private final TaskSettings settings;

  Inputs(JsonMapper json, TaskSettings settings) {
    this.json = json;
    this.settings = settings;
  }

  /// The input as its handler's record.
  ///
  /// @throws Problem bad field or too large
  public <I extends Record> I read(ObjectNode input, Class<I> type) {
    checkSize(input);
    checkRequired(input, type);
    try {
      return json.treeToValue(input, type);
    } catch (UnrecognizedPropertyException unknown) {
      throw unknown.getPath().size() > 1
          ? JsonFailures.explain(unknown)
          : Problem.badField(unknown.getPropertyName(), "unknown field; known are " + known(type));
    } catch (DatabindException wrong) {
      throw JsonFailures.explain(wrong);
    }
  }

  private void checkSize(ObjectNode input) {
    String text = json.writeValueAsString(input);
    if (text.length() > settings.maxInput().toBytes()) {
      throw Problem.tooLarge("the input has %,d characters as JSON, the most is %,d "
          .formatted(text.length(), settings.maxInput().toBytes()) + "(meanwhile.tasks.max-input)");
    }
    if (text.contains("\\u0000")) {
      throw Problem.badRequest("the input holds a NUL character (\\u0000), which no text has");
    }
  }

  private static void checkRequired(ObjectNode input, Class<? extends Record> type) {
    for (var component : type.getRecordComponents()) {
      var name = InputSchema.name(component);
      if (!InputSchema.isOptional(component) && !input.hasNonNull(name)) {
        throw Problem.badField(name, "is missing");
      }
    }
  }

  private static List<String> known(Class<? extends Record> type) {
    return InputSchema.names(type);
  }
}
