package dev.meanwhile.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts our form of failure in the place of Tomcat's, and keeps JSON the only form of bodies.
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
  /// The OpenAPI document's own library brings YAML, and with it a door that knows nothing of our rules for JSON.
  @Bean
  ServerHttpMessageConvertersCustomizer noYaml() {
    return converters -> converters.configureMessageConvertersList(
        all -> all.removeIf(one -> one.getSupportedMediaTypes().stream()
            .anyMatch(type -> type.getSubtype().contains("yaml"))));
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfPages() {
    return factory -> factory.addContextCustomizers(context -> {
      if (context.getParent() instanceof StandardHost host) {
        host.setErrorReportValveClass(ProblemValve.class.getName());
      }
    });
  }
}
