package dev.meanwhile.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Describes records as they are written: every member is there, and those that may be null say so. What is JSON of any
/// shape is described as that, because the library's own look at Jackson's nodes fails.
@Component
class ApiSchemas extends ModelResolver {
  private static final String NULL = "null";

  /// The documents' own mapper knows nothing of the application's.
  ApiSchemas(ObjectMapperProvider mappers) {
    super(mappers.jsonMapper().copy()
        .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
  }

  @Override
  public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
      Iterator<ModelConverter> chain) {
    var raw = TypeFactory.defaultInstance().constructType(type.getType()).getRawClass();
    if (JsonNode.class.isAssignableFrom(raw)) {
      return ApiDescription.typed("object").description("JSON of the task type's own shape");
    }
    Schema<?> schema = super.resolve(type, context, chain);
    if (schema != null && raw.isRecord()) {
      complete(named(schema, context), raw);
    }
    return schema;
  }

  /// The schema itself, or the one that it refers to.
  private static @Nullable Schema<?> named(Schema<?> schema, ModelConverterContext context) {
    var reference = schema.get$ref();
    return reference == null
        ? schema
        : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private static void complete(@Nullable Schema<?> schema, Class<?> raw) {
    if (schema == null || schema.getProperties() == null || schema.getRequired() != null) {
      return;
    }
    var required = new ArrayList<String>();
    for (var component : components(raw).toList()) {
      var name = snake(component.getName());
      var property = schema.getProperties().get(name);
      if (property != null && !component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
        required.add(name);
        if (isNullable(component)) {
          schema.getProperties().put(name, orNull(property));
        }
      }
    }
    schema.setRequired(required);
  }

  private static Stream<RecordComponent> components(Class<?> raw) {
    return Arrays.stream(raw.getRecordComponents())
        .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
            ? components(component.getType())
            : Stream.of(component));
  }

  private static boolean isNullable(RecordComponent component) {
    var described = component.getAccessor()
        .getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && (described == null || described
            .requiredMode() != io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED);
  }

  private static Schema<?> orNull(Schema<?> property) {
    if (property.get$ref() != null) {
      return new Schema<>().anyOf(List.of(property, ApiDescription.typed(NULL)));
    }
    var types = new LinkedHashSet<String>(
        property.getTypes() == null ? Set.of(property.getType()) : property.getTypes());
    types.add(NULL);
    property.setTypes(types);
    return property;
  }

  /// Whether a member may be null.
  static boolean mayBeNull(Schema<?> property) {
    return (property.getTypes() != null && property.getTypes().contains(NULL))
        || (property.getAnyOf() != null && property.getAnyOf().stream().anyMatch(
            ApiSchemas::mayBeNull));
  }

  private static String snake(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
