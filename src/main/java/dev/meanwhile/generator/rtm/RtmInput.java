package dev.meanwhile.generator.rtm;

import dev.meanwhile.Problem;
import dev.meanwhile.task.handler.Describe;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a matrix is made from: a text, files, or a matrix that is there and is wanted in another format; exactly one of them.
record RtmInput(
    @Nullable @Describe("The requirements as text, CSV or Markdown; this, file_ids or rtm_artifact_id") String requirementsContent,
    @Nullable @Describe("IDs of uploaded files that hold the requirements") List<UUID> fileIds,
    @Nullable @Describe("ID of an RTM artifact (JSON), to have it in another format as it is") UUID rtmArtifactId,
    @Nullable @Describe("How the matrix is written") Options options) {

  /// How the matrix is written.
  record Options(@Nullable @Describe("csv (default), xlsx, markdown, html or json") String format) {
    Options {
      var name = format == null ? "csv" : format.toLowerCase(Locale.ROOT);
      if (!FORMATS.contains(name)) {
        throw Problem.badField("options.format",
            "\"" + format + "\" is not a format; choose one of " + String.join(", ", FORMATS));
      }
      format = name;
    }
  }

  private static final List<String> FORMATS = List.of("csv", "xlsx", "markdown", "html", "json");

  RtmInput {
    if (requirementsContent != null && fileIds != null) {
      throw Problem.badField("file_ids", "give either requirements_content or file_ids, not both");
    }
    if (rtmArtifactId != null && (requirementsContent != null || fileIds != null)) {
      throw Problem.badField("rtm_artifact_id",
          "give either rtm_artifact_id or what a new matrix is made from, not both");
    }
    if (rtmArtifactId != null && options != null && "json".equals(options.format())) {
      throw Problem.badField("options.format",
          "the artifact is JSON already; choose csv, xlsx, markdown or html");
    }
    if (rtmArtifactId == null && fileIds == null
        && (requirementsContent == null || requirementsContent.isBlank())) {
      throw Problem.badField("requirements_content",
          "is missing or empty; give it, file_ids or rtm_artifact_id");
    }
    if (fileIds != null && fileIds.isEmpty()) {
      throw Problem.badField("file_ids", "is empty");
    }
    fileIds = fileIds == null ? null : List.copyOf(fileIds);
  }

  String format() {
    return options == null || options.format() == null ? "csv" : options.format();
  }
}
