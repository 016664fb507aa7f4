package dev.meanwhile.security;

import dev.meanwhile.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Hands controllers their [Caller] or [UserId] parameter: always the caller, never anything from the request's text.
@Component
class CallerArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterAnnotations().length == 0
        && (parameter.getParameterType() == UserId.class
            || parameter.getParameterType() == Caller.class);
  }

  @Override
  public Object resolveArgument(MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
    var caller = Caller
        .of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    return parameter.getParameterType() == UserId.class ? caller.user() : caller;
  }
}
