package dev.meanwhile.foreign;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// A path of the server with one of its methods, as it is mapped.
record Operation(RequestMethod method, String path, RequestMappingInfo mapping,
    HandlerMethod handler) {
  /// Stands for all where none is named.
  private static final Set<RequestMethod> ANY = Set.of(RequestMethod.POST);
  private static final List<Class<? extends Annotation>> READ = List.of(PathVariable.class,
      RequestParam.class, RequestBody.class);
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  /// All of the product: not a library's, and none that only tests have.
  static List<Operation> all(RequestMappingHandlerMapping mappings) {
    return mappings.getHandlerMethods().entrySet().stream()
        .filter(entry -> isOurs(entry.getValue()))
        .flatMap(entry -> of(entry.getKey(), entry.getValue())).toList();
  }

  private static boolean isOurs(HandlerMethod handler) {
    var type = handler.getBeanType();
    return type.getPackageName().startsWith("dev.meanwhile") && !type.getProtectionDomain()
        .getCodeSource().getLocation().getPath().contains("test-classes");
  }

  private static Stream<Operation> of(RequestMappingInfo mapping, HandlerMethod handler) {
    var named = mapping.getMethodsCondition().getMethods();
    var methods = named.isEmpty() ? ANY : named;
    return mapping.getPatternValues().stream().flatMap(path -> methods.stream()
        .map(method -> new Operation(method, path, mapping, handler)));
  }

  List<String> variables() {
    return VARIABLE.matcher(path).results().map(found -> found.group(1)).toList();
  }

  /// The path with its variables filled in.
  ///
  /// @param things by the variable's name
  String filled(Map<String, String> things) {
    return VARIABLE.matcher(path).replaceAll(found -> String.valueOf(things.get(found.group(1))));
  }

  /// The path with its variables filled in with what a user has.
  ///
  /// @param things by noun
  String filledWith(Map<String, String> things) {
    return VARIABLE.matcher(path)
        .replaceAll(found -> String.valueOf(things.get(Nouns.of(found.group(1)))));
  }

  /// The parameters of the query, by name, with their types.
  Map<String, JsonNode> query() {
    var query = new LinkedHashMap<String, JsonNode>();
    parameters().filter(one -> one.hasParameterAnnotation(RequestParam.class) && !takesFile(one))
        .forEach(one -> query.put(nameOf(one), Shape.ofType(one.getGenericParameterType())));
    return query;
  }

  private static String nameOf(MethodParameter parameter) {
    var named = parameter.getParameterAnnotation(RequestParam.class);
    return named == null || named.name().isEmpty()
        ? parameter.getParameter().getName()
        : named.name();
  }

  private static boolean takesFile(MethodParameter parameter) {
    return parameter.getGenericParameterType().getTypeName()
        .contains(MultipartFile.class.getName());
  }

  boolean takesFiles() {
    return parameters().anyMatch(Operation::takesFile);
  }

  /// The type of the body, if there may be one.
  Optional<Class<?>> body() {
    return parameters().filter(one -> one.hasParameterAnnotation(RequestBody.class))
        .<Class<?>>map(MethodParameter::getParameterType).findFirst();
  }

  /// Whether it answers without end.
  boolean isEndless() {
    return handler.isVoid() && mapping.getProducesCondition().getProducibleMediaTypes()
        .contains(MediaType.TEXT_EVENT_STREAM);
  }

  /// Parameters that could hold an ID and stand where no sweep looks, such as a header.
  List<String> hiddenIds() {
    return parameters()
        .filter(one -> READ.stream().noneMatch(one::hasParameterAnnotation))
        .filter(one -> Shape.isUuid(one.getGenericParameterType()))
        .map(one -> this + ", " + one.getParameter()).toList();
  }

  private Stream<MethodParameter> parameters() {
    return Arrays.stream(handler.getMethodParameters());
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
