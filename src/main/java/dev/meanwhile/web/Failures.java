package dev.meanwhile.web;

import dev.meanwhile.JsonFailures;
import dev.meanwhile.Problem;
import dev.meanwhile.store.StoreTrouble;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;

/// Decides, once for the whole application, how each kind of failure is answered.
@Component
class Failures {
  private static final Logger log = LoggerFactory.getLogger(Failures.class);

  private final WebSettings settings;
  private final DataSize maxFile;

  Failures(WebSettings settings,
      @Value("${spring.servlet.multipart.max-file-size}") DataSize maxFile) {
    this.settings = settings;
    this.maxFile = maxFile;
  }

  /// The answer to a failure. What nobody expected is logged here, once, and answered with the name of the incident.
  Failure of(Throwable thrown) {
    var problem = cause(thrown, Problem.class);
    if (problem != null && cause(thrown, JacksonException.class) == null) {
      return Failure.of(problem);
    }
    return StoreTrouble.in(thrown).map(trouble -> of(trouble, thrown))
        .orElseGet(() -> ofRequest(thrown));
  }

  private Failure of(StoreTrouble trouble, Throwable thrown) {
    var words = StoreTrouble.words(thrown);
    return Failure.of(switch (trouble) {
      case AWAY -> {
        log.warn("The store is away: {}", words);
        yield Problem.unavailable("the store is away, try again", settings.retryAfter());
      }
      case FULL -> {
        log.error("The store's disk is full: {}", words);
        yield Problem.unavailable(
            "the store's disk is full; nothing was stored, and an operator has to make room",
            settings.retryAfter());
      }
    });
  }

  private Failure ofRequest(Throwable thrown) {
    return switch (thrown) {
      case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
      case MethodArgumentTypeMismatchException wrong -> wrongArgument(wrong);
      case TypeMismatchException wrong -> badField(wrong.getPropertyName(), "has the wrong type");
      case MissingServletRequestParameterException missing ->
        badField(missing.getParameterName(), "is missing");
      case MissingServletRequestPartException missing ->
        badField(missing.getRequestPartName(), "is missing");
      case MissingRequestHeaderException missing ->
        badField(missing.getHeaderName(), "this header is missing");
      case ServletRequestBindingException _ ->
        Failure.of(Problem.badRequest("a parameter is missing or wrong"));
      case MaxUploadSizeExceededException _ -> Failure.of(Problem.tooLarge(
          "an uploaded file is over meanwhile.files.max-size (%d bytes), or the upload as a whole is too large"
              .formatted(maxFile.toBytes())));
      case MultipartException _ ->
        Failure.of(Problem.badRequest("the body isn't readable multipart/form-data"));
      case NoResourceFoundException missing ->
        Failure.of(Problem.notFound("resource /" + missing.getResourcePath()));
      case HttpMediaTypeNotSupportedException unsupported -> unsupported(unsupported);
      case ErrorResponse known ->
        Failure.of(known.getStatusCode(), detail(known)).with(known.getHeaders());
      default -> unexpected(thrown);
    };
  }

  private Failure unreadable(HttpMessageNotReadableException failure) {
    var json = cause(failure, JacksonException.class);
    return Failure.of(
        json != null ? JsonFailures.explain(json) : Problem.badRequest("a JSON body is needed"));
  }

  private static Failure wrongArgument(MethodArgumentTypeMismatchException wrong) {
    if (wrong.getParameter().hasParameterAnnotation(PathVariable.class)) {
      // an ID that can't be one is like any other that doesn't exist
      return Failure.of(Problem.notFound(
          "%s \"%s\"".formatted(wrong.getName().replaceFirst("Id$", ""), wrong.getValue())));
    }
    return badField(wrong.getName(), "\"%s\" isn't allowed here".formatted(wrong.getValue()));
  }

  private static Failure unsupported(HttpMediaTypeNotSupportedException failure) {
    return Failure.of(Problem.unsupportedType("%s isn't supported here, send one of %s"
        .formatted(
            failure.getContentType() == null
                ? "a body without Content-Type"
                : failure.getContentType(),
            failure.getSupportedMediaTypes())))
        .with(failure.getHeaders());
  }

  private static Failure badField(@Nullable String field, String message) {
    return Failure.of(Problem.badField(field == null ? "request" : field, message));
  }

  private static String detail(ErrorResponse known) {
    return switch (known.getStatusCode().value()) {
      case 405 -> "this method isn't allowed here";
      case 406 -> "none of the accepted media types can be answered";
      case 503 -> "the answer took too long";
      case 404 -> "not found";
      default -> "the request can't be answered";
    };
  }

  private static Failure unexpected(Throwable thrown) {
    var incident = UUID.randomUUID();
    log.error("Incident {}", incident, thrown);
    return Failure.of(org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR,
        "internal error, incident " + incident);
  }

  private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}
