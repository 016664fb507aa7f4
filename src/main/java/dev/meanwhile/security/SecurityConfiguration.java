package dev.meanwhile.security;

import dev.meanwhile.security.user.Role;
import dev.meanwhile.Problem;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/// The door: what is open, what needs a user, what needs an admin, and the headers that every answer carries.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  static final String SIGN_IN = "/api/v1/sign-in";
  static final String COOKIE = "meanwhile_session";

  /// Static files: everything else needs a user, so a new path is closed until it is opened here.
  private static final String[] PAGE = {"/", "/*.html", "/*.css", "/*.js", "/*.mjs", "/*.map",
      "/*.svg", "/*.png",
      "/*.ico", "/*.txt", "/*.webmanifest", "/assets/**", "/css/**", "/js/**", "/images/**",
      "/fonts/**", "/vendor/**",
      "/webjars/**"};

  /// Scripts and styles from this server's own files only. What is framed is our own, and sandboxed by its own policy.
  private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
      + "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

  @Bean
  SecurityFilterChain door(HttpSecurity http, Credentials credentials, SameOrigin sameOrigin) {
    return http.csrf(AbstractHttpConfigurer::disable).formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .securityContext(
            context -> context.securityContextRepository(new NullSecurityContextRepository()))
        .addFilterBefore(new CallerFilter(credentials, sameOrigin), AuthorizationFilter.class)
        .authorizeHttpRequests(SecurityConfiguration::open).exceptionHandling(failures -> failures
            .authenticationEntryPoint((request, response, failure) -> {
              throw Problem
                  .unauthenticated("sign in, or send an access token: Authorization: Bearer mw_…");
            }).accessDeniedHandler((request, response, failure) -> {
              throw Problem.forbidden("only an admin may do this");
            }))
        .headers(SecurityConfiguration::protect).build();
  }

  private static void open(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
    // what continues a request was let in when that began
    paths.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
        .permitAll()
        .requestMatchers(HttpMethod.GET, PAGE).permitAll().requestMatchers(HttpMethod.HEAD, PAGE)
        .permitAll()
        .requestMatchers("/actuator/health/**").permitAll()
        .requestMatchers(HttpMethod.POST, SIGN_IN).permitAll()
        .requestMatchers("/actuator/**", "/api/v1/users/**", "/api/v1/operations/**")
        .hasRole(Role.ADMIN.name()).anyRequest()
        .authenticated();
  }

  private static void protect(HeadersConfigurer<HttpSecurity> headers) {
    headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
        .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Opener-Policy", "same-origin"))
        .addHeaderWriter(new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"));
  }

  @Bean
  CookieSerializer sessionCookie(PublicUrl publicUrl, SecuritySettings settings) {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(COOKIE);
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Strict");
    cookie.setUseSecureCookie(publicUrl.isSecure());
    cookie.setCookiePath("/");
    cookie.setCookieMaxAge((int) settings.sessionTimeout().toSeconds());
    return cookie;
  }

  /// Two requests of one browser may write the same attribute at once.
  @Bean
  PostgreSqlJdbcIndexedSessionRepositoryCustomizer upsertSessions() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionTimeout(
      SecuritySettings settings) {
    return sessions -> sessions.setDefaultMaxInactiveInterval(settings.sessionTimeout());
  }
}
