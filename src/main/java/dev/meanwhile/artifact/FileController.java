package dev.meanwhile.artifact;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.project.ProjectKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/v1/projects/{project}")
class FileController {
  private final Files files;
  private final Artifacts artifacts;
  private final FileSettings settings;

  FileController(Files files, Artifacts artifacts, FileSettings settings) {
    this.files = files;
    this.artifacts = artifacts;
    this.settings = settings;
  }

  /// What an upload and a listing answer.
  record FileList(List<StoredFile> files) {}

  /// What a listing of artifacts answers.
  record ArtifactList(List<Artifact> artifacts) {}

  @Operation(operationId = "upload_files", summary = "Uploads files")
  @ApiResponse(responseCode = "201", useReturnTypeSchema = true, description = "Stored")
  @ApiResponse(responseCode = "429", description = "The quota of bytes is used up")
  @PostMapping(value = "/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  FileList upload(UserId user, @PathVariable ProjectKey project,
      @RequestParam("files") List<MultipartFile> uploads) throws IOException {
    if (uploads.size() > settings.perRequest()) {
      throw Problem.badField("files", "%d files, the most is %d (meanwhile.files.per-request)"
          .formatted(uploads.size(), settings.perRequest()));
    }
    var all = new ArrayList<Files.Upload>();
    for (var upload : uploads) {
      all.add(read(upload));
    }
    return new FileList(files.store(user, project, all));
  }

  private static Files.Upload read(MultipartFile upload) throws IOException {
    return new Files.Upload(Objects.requireNonNullElse(upload.getOriginalFilename(), ""),
        Objects.requireNonNullElse(upload.getContentType(),
            MediaType.APPLICATION_OCTET_STREAM_VALUE),
        upload.getBytes());
  }

  @Operation(operationId = "list_files", summary = "A project's files")
  @GetMapping("/files")
  FileList files(UserId user, @PathVariable ProjectKey project) {
    return new FileList(files.list(user, project));
  }

  @Operation(operationId = "delete_file", summary = "Deletes a file; what tasks made of it stays")
  @DeleteMapping("/files/{fileId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void deleteFile(UserId user, @PathVariable ProjectKey project, @PathVariable UUID fileId) {
    if (!files.get(user, fileId).projectId().equals(project)) {
      throw Problem.notFound("file " + fileId);
    }
    files.delete(user, fileId);
  }

  @Operation(operationId = "list_project_artifacts", summary = "The newest version of each of a project's artifacts")
  @GetMapping("/artifacts")
  ArtifactList artifacts(UserId user, @PathVariable ProjectKey project) {
    return new ArtifactList(artifacts.list(user, project));
  }

  @Operation(operationId = "download_project_artifacts", summary = "The newest versions of all artifacts, as one archive")
  @ApiResponse(responseCode = "200", description = "The archive", content = @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")))
  @GetMapping("/artifacts.zip")
  ResponseEntity<StreamingResponseBody> zip(UserId user, @PathVariable ProjectKey project) {
    return Download.zip(project + ".zip", artifacts.list(user, project),
        artifact -> artifacts.content(user, artifact.artifactId()));
  }
}
