package dev.meanwhile.artifact;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.meanwhile.UserId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping("/api/v1/artifacts/{artifactId}")
class ArtifactController {
  private final Artifacts artifacts;

  ArtifactController(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  /// An artifact with all versions of its name, newest first.
  record ArtifactDetails(@JsonUnwrapped Artifact artifact, List<Artifact> versions) {}

  @Operation(operationId = "get_artifact", summary = "An artifact and all versions of its name")
  @GetMapping
  ArtifactDetails get(UserId user, @PathVariable UUID artifactId) {
    var artifact = artifacts.get(user, artifactId);
    return new ArtifactDetails(artifact, artifacts.versions(user, artifact));
  }

  @Operation(operationId = "download_artifact", summary = "An artifact's bytes; with view=1 for a sandboxed frame")
  @ApiResponse(responseCode = "200", description = "The bytes, in the artifact's own media type", content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(responseCode = "304", description = "Not changed")
  @GetMapping("/content")
  @Nullable
  ResponseEntity<byte[]> content(UserId user, @PathVariable UUID artifactId,
      @RequestParam(defaultValue = "0") int view, WebRequest request) {
    return Download.of(artifacts.get(user, artifactId), view == 1, request,
        artifact -> artifacts.content(user, artifact.artifactId()));
  }

  @Operation(operationId = "delete_artifact", summary = "Deletes one version of an artifact")
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(UserId user, @PathVariable UUID artifactId) {
    artifacts.delete(user, artifactId);
  }
}
