package dev.meanwhile;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.meanwhile.Problem.FieldError;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.node.ArrayNode;

/// Says what is wrong with JSON from outside, field by field, without a word about our classes.
public final class JsonFailures {
  private static final int SHOWN_CHARACTERS = 60;

  private JsonFailures() {}

  /// The problem that a caller can act on.
  public static Problem explain(JacksonException failure) {
    var inner = problemIn(failure);
    if (inner != null) {
      return below(path(failure), inner);
    }
    return switch (failure) {
      case InputCoercionException tooLarge -> Problem.badField(field(tooLarge),
          "must be " + kind(tooLarge.getTargetType()) + ", and not that large");
      case StreamReadException malformed -> Problem.badRequest("malformed JSON" + place(malformed));
      case UnrecognizedPropertyException unknown ->
        Problem.badField(path(unknown), "unknown field");
      case InvalidFormatException wrong ->
        badField(wrong, quoted(wrong.getValue()) + " isn't " + wanted(wrong));
      case MismatchedInputException wrong when wrong.getOriginalMessage()
          .startsWith("Trailing token") ->
        Problem.badRequest("malformed JSON: something follows after its end");
      case MismatchedInputException wrong -> badField(wrong, "must be " + wanted(wrong));
      case DatabindException other -> badField(other, "can't be read");
      default -> Problem.badRequest("the body can't be read as JSON");
    };
  }

  /// The problem that a record's own check threw while it was read.
  private static @Nullable Problem problemIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof Problem problem) {
        return problem;
      }
    }
    return null;
  }

  /// The same problem, its fields named from the root of the body.
  private static Problem below(String path, Problem problem) {
    if (path.isEmpty() || problem.errors().isEmpty()) {
      return problem;
    }
    return Problem.badFields(problem.errors().stream()
        .map(error -> new FieldError(whole(path, error.field()), error.message())).toList());
  }

  /// A record may name its field alone, from the root, or, as a value that checks itself does, as the field that holds it.
  private static String whole(String path, String field) {
    if (path.equals(field) || path.endsWith("." + field)) {
      return path;
    }
    return field.startsWith(path + ".") ? field : path + "." + field;
  }

  private static Problem badField(DatabindException failure, String message) {
    var path = path(failure);
    return path.isEmpty()
        ? Problem.badRequest("the body " + message)
        : Problem.badField(path, message);
  }

  private static String path(JacksonException failure) {
    return failure.getPath().stream()
        .map(step -> step.getPropertyName() != null
            ? "." + step.getPropertyName()
            : "[%d]".formatted(step.getIndex()))
        .collect(Collectors.joining()).replaceFirst("^\\.", "");
  }

  /// Numbers out of range are found by the parser, which may know only where it is.
  private static String field(InputCoercionException failure) {
    var path = path(failure);
    var parser = failure.processor();
    var here = parser == null ? null : parser.currentName();
    return path.isEmpty() ? String.valueOf(here) : path;
  }

  private static String place(StreamReadException failure) {
    var location = failure.getLocation();
    return location == null
        ? ""
        : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }

  private static String quoted(@Nullable Object value) {
    var text = String.valueOf(value);
    return "\""
        + (text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "…" : text)
        + "\"";
  }

  private static String wanted(MismatchedInputException failure) {
    Class<?> type = failure.getTargetType();
    if (type == null) {
      return "something else";
    }
    if (type.isEnum()) {
      return "one of " + words(type);
    }
    return kind(type);
  }

  private static String words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(word -> ((Enum<?>) word).name().toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  /// Whether it is a record of one text that JSON has as that text.
  private static boolean isOneText(Class<?> type) {
    var components = type.getRecordComponents();
    return components != null && components.length == 1
        && components[0].getType() == String.class
        && components[0].getAccessor().isAnnotationPresent(JsonValue.class);
  }

  private static String kind(Class<?> type) {
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "a whole number";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a number";
    }
    if (type == UUID.class) {
      return "a UUID";
    }
    if (java.time.temporal.Temporal.class.isAssignableFrom(type)) {
      return "a time such as 2026-01-31T12:00:00Z";
    }
    if (CharSequence.class.isAssignableFrom(type)) {
      return "a string";
    }
    boolean isList = type.isArray() || List.class.isAssignableFrom(type)
        || ArrayNode.class.isAssignableFrom(type);
    return isList ? "an array" : isOneText(type) ? "a string" : "an object";
  }
}
