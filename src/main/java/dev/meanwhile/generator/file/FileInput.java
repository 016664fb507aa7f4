package dev.meanwhile.generator.file;

import dev.meanwhile.Problem;
import dev.meanwhile.task.handler.Describe;
import java.util.List;
import java.util.UUID;

/// The files to read.
record FileInput(
    @Describe("IDs of uploaded files: docx, doc, xlsx, csv, tsv, pdf, html, md, rst, sdoc or txt") List<UUID> fileIds) {
  FileInput {
    if (fileIds.isEmpty()) {
      throw Problem.badField("file_ids", "is empty");
    }
    fileIds = List.copyOf(fileIds);
  }
}
