package dev.meanwhile.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts our form of failure in the place of Tomcat's.
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsInsteadOfPages() {
    return factory -> factory.addContextCustomizers(context -> {
      if (context.getParent() instanceof StandardHost host) {
        host.setErrorReportValveClass(ProblemValve.class.getName());
      }
    });
  }
}
