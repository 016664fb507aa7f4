package dev.meanwhile.generator.rtm;

import dev.meanwhile.Problem;
import dev.meanwhile.task.handler.Describe;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a matrix is made from: a text or files, exactly one of the two.
record RtmInput(
    @Nullable @Describe("The requirements as text, CSV or Markdown; this or file_ids") String requirementsContent,
    @Nullable @Describe("IDs of uploaded files that hold the requirements; this or requirements_content") List<UUID> fileIds,
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
    if (fileIds == null && (requirementsContent == null || requirementsContent.isBlank())) {
      throw Problem.badField("requirements_content", "is missing or empty; give it or file_ids");
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
