package dev.meanwhile.web;

import dev.meanwhile.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Refuses query parameters that a path hasn't: a filter that is misspelt would show everything.
@Component
class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {
  private final ParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response,
      Object handler) {
    var query = request.getQueryString();
    if (query != null && handler instanceof HandlerMethod method) {
      check(query, known.computeIfAbsent(method.getMethod(), _ -> parameters(method)));
    }
    return true;
  }

  /// @throws Problem bad field, with the parameter's name
  private static void check(String query, Set<String> known) {
    for (var part : List.of(query.split("&", -1))) {
      var name = decoded(part.split("=", 2)[0]);
      if (!part.isEmpty() && !known.contains(name)) {
        throw Problem.badField(name, known.isEmpty()
            ? "is unknown: this path has no parameters"
            : "is unknown, the parameters of this path are " + String.join(", ", known));
      }
    }
  }

  private static String decoded(String name) {
    try {
      return URLDecoder.decode(name, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return name;
    }
  }

  private Set<String> parameters(HandlerMethod method) {
    var parameters = new TreeSet<String>();
    Arrays.stream(method.getMethodParameters()).map(this::name)
        .filter(name -> name != null && !name.isEmpty()).forEach(parameters::add);
    return parameters;
  }

  private @Nullable String name(MethodParameter parameter) {
    var declared = parameter.getParameterAnnotation(RequestParam.class);
    if (declared == null) {
      return null;
    }
    parameter.initParameterNameDiscovery(names);
    return declared.name().isEmpty() ? parameter.getParameterName() : declared.name();
  }
}
