package dev.meanwhile.generator;

import dev.meanwhile.Problem;
import dev.meanwhile.UserId;
import dev.meanwhile.artifact.Files;
import dev.meanwhile.artifact.StoredFile;
import dev.meanwhile.document.reading.Document;
import dev.meanwhile.document.Documents;
import dev.meanwhile.task.handler.TaskRun;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The uploaded files that a run names in `file_ids`, and what is in them.
@Component
public class Uploads {
  private final Files files;
  private final Documents documents;
  private final GeneratorSettings settings;

  Uploads(Files files, Documents documents, GeneratorSettings settings) {
    this.files = files;
    this.documents = documents;
    this.settings = settings;
  }

  /// A file and its document.
  public record Upload(StoredFile file, Document document) {}

  /// Checks that the user has each file, and that there aren't too many.
  ///
  /// @throws Problem naming the field
  public void check(UserId user, List<UUID> fileIds) {
    if (fileIds.size() > settings.maxFiles()) {
      throw Problem.badField("file_ids", "%d files, the most is %d (meanwhile.generators.max-files)"
          .formatted(fileIds.size(), settings.maxFiles()));
    }
    for (int i = 0; i < fileIds.size(); i++) {
      if (files.find(user, fileIds.get(i)).isEmpty()) {
        throw Problem.badField("file_ids[" + i + "]", "no file " + fileIds.get(i));
      }
    }
  }

  /// The files' names, each file once.
  public List<String> names(UserId user, List<UUID> fileIds) {
    return fileIds.stream().distinct().map(id -> files.get(user, id).name()).toList();
  }

  /// Reads each file once, in order, and reports progress as step 1.
  ///
  /// @param upTo the percentage of the whole run that reading comes to
  /// @throws Problem unreadable, with the file and the reason
  public List<Upload> read(TaskRun run, List<UUID> fileIds, int totalSteps, int upTo) {
    var distinct = fileIds.stream().distinct().toList();
    var uploads = new ArrayList<Upload>();
    for (var fileId : distinct) {
      var file = files.get(run.user(), fileId);
      int done = uploads.size();
      uploads.add(new Upload(file, documents.read(file.name(), files.content(run.user(), fileId),
          percent -> run.progress(1, totalSteps, "reading",
              upTo * (100 * done + percent) / (100 * distinct.size()),
              "Reading " + file.name() + ": " + percent + " %"))));
    }
    return uploads;
  }
}
