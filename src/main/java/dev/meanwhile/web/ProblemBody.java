package dev.meanwhile.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.meanwhile.Problem.FieldError;
import java.util.List;

/// A failure as clients read it (RFC 9457).
///
/// @param type `urn:meanwhile:problem:` and the code
/// @param title the status in words
/// @param detail what happened to this request
/// @param instance the path of the request, or the incident's own name
/// @param code a stable word for programs
/// @param errors the wrong fields; absent if there are none
record ProblemBody(String type, String title, int status, String detail, String instance,
    String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors) {
  static final String TYPE = "urn:meanwhile:problem:";
}
