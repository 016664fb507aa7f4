package dev.meanwhile.foreign;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.MethodIntrospector.MetadataLookup;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The paths that controllers declare, whether or not the server's settings let them be mapped.
final class DeclaredPaths extends RequestMappingHandlerMapping {

  /// A path with one of its methods.
  record Declared(RequestMethod method, String path) {}

  /// All whose path begins so.
  static List<Declared> below(String start) {
    var paths = new DeclaredPaths();
    paths.setEmbeddedValueResolver(new StandardEnvironment()::resolvePlaceholders);
    paths.afterPropertiesSet();
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
    return scanner.findCandidateComponents("dev.meanwhile").stream()
        .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
        .flatMap(paths::of).filter(one -> one.path().startsWith(start)).toList();
  }

  /// Looks for no controllers of its own.
  @Override
  protected void initHandlerMethods() {}

  private Stream<Declared> of(Class<?> controller) {
    MetadataLookup<RequestMappingInfo> mapping = (Method method) -> getMappingForMethod(method,
        controller);
    return MethodIntrospector.selectMethods(controller, mapping).values().stream()
        .flatMap(info -> info.getPatternValues().stream().flatMap(path -> info
            .getMethodsCondition().getMethods().stream().map(how -> new Declared(how, path))));
  }
}
