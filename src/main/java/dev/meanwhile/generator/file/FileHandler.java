package dev.meanwhile.generator.file;

import dev.meanwhile.UserId;
import dev.meanwhile.artifact.NewArtifact;
import dev.meanwhile.document.reading.Document;
import dev.meanwhile.generator.Extracting;
import dev.meanwhile.generator.GeneratorSettings;
import dev.meanwhile.generator.Stored;
import dev.meanwhile.generator.Uploads;
import dev.meanwhile.generator.Uploads.Upload;
import dev.meanwhile.project.ProjectKey;
import dev.meanwhile.task.handler.TaskHandler;
import dev.meanwhile.task.handler.TaskKind;
import dev.meanwhile.task.handler.TaskOutcome;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.Passage;
import dev.meanwhile.trace.Rtm;
import dev.meanwhile.trace.Words;
import dev.meanwhile.trace.extract.Extraction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Reads uploaded files and keeps their text and their structure for other tasks.
@Component
class FileHandler implements TaskHandler<FileInput> {
  private static final int STEPS = 2;
  private static final int FROM = 60;
  private static final int HEADINGS = 200;
  private static final int HEADING_CHARACTERS = 120;

  private final Uploads uploads;
  private final GeneratorSettings settings;

  FileHandler(Uploads uploads, GeneratorSettings settings) {
    this.uploads = uploads;
    this.settings = settings;
  }

  /// A document's structure, as it is stored.
  record Structure(String schema, String name, String format, int pages, int characters,
      String sha256, List<String> notes, List<Passage> passages) {
    static Structure of(Upload upload) {
      var document = upload.document();
      return new Structure("meanwhile.structure/1", document.name(), document.format(),
          document.pages(),
          document.characters(), upload.file().sha256(), document.notes(), document.passages());
    }
  }

  @Override
  public TaskKind<FileInput> kind() {
    return new TaskKind<>("file_processing", "process-file", "Process files",
        "Reads uploaded documents (DOCX, DOC, XLSX, CSV, PDF, HTML, Markdown, reStructuredText, "
            + "StrictDoc, text) and keeps their text and structure for other tasks.",
        FileInput.class,
        settings.timeLimit());
  }

  @Override
  public void check(UserId user, ProjectKey project, FileInput input) {
    uploads.check(user, input.fileIds());
  }

  @Override
  public TaskOutcome run(FileInput input, TaskRun run) {
    var read = uploads.read(run, input.fileIds(), STEPS, FROM);
    var files = new ArrayList<Map<String, Object>>();
    var artifacts = new ArrayList<NewArtifact>();
    var names = new HashSet<String>();
    for (var upload : read) {
      files.add(file(upload, extracted(upload, files.size(), read.size(), run)));
      var name = unique(upload.document().name(), names);
      artifacts.add(
          NewArtifact.text(name + ".txt", Stored.TEXT, "text/plain", upload.document().text()));
      artifacts.add(Stored.json(name + ".structure.json", Stored.STRUCTURE, Structure.of(upload)));
    }
    return new TaskOutcome(result(files), artifacts, summary(read));
  }

  private Rtm extracted(Upload upload, int before, int files, TaskRun run) {
    return Extraction.of(upload.document().passages(), Extracting.any(run, settings,
        (percent, words) -> run.progress(2, STEPS, "looking for requirements",
            FROM + (99 - FROM) * (100 * before + percent) / (100 * files),
            upload.file().name() + ": " + words)));
  }

  private static Map<String, Object> file(Upload upload, Rtm rtm) {
    var file = new LinkedHashMap<String, Object>();
    file.put("file_id", upload.file().fileId());
    file.put("name", upload.document().name());
    file.put("format", upload.document().format());
    file.put("pages", upload.document().pages());
    file.put("characters", upload.document().characters());
    file.put("passages", upload.document().passages().size());
    file.put("tables", tables(upload.document()));
    file.put("headings", headings(upload.document()));
    file.put("notes", upload.document().notes());
    file.put("requirements", rtm.requirements().size());
    file.put("candidates", rtm.candidates().size());
    return file;
  }

  private static long tables(Document document) {
    return document.passages().stream().filter(p -> p.kind() == Passage.Kind.ROW)
        .map(p -> p.source().table()).distinct().count();
  }

  /// The document's headings in order, the first of them if there are very many.
  private static List<Map<String, Object>> headings(Document document) {
    return document.passages().stream().filter(p -> p.kind() == Passage.Kind.HEADING)
        .limit(HEADINGS).map(FileHandler::heading).toList();
  }

  private static Map<String, Object> heading(Passage passage) {
    return Map.of("level", passage.level(), "text",
        Words.shortened(passage.text(), HEADING_CHARACTERS), "where", passage.source().where());
  }

  private static Map<String, Object> result(List<Map<String, Object>> files) {
    var result = new LinkedHashMap<String, Object>();
    result.put("total_count", files.size());
    result.put("files", files);
    return result;
  }

  /// Two files can have the same name; their artifacts can't.
  private static String unique(String name, Set<String> names) {
    var unique = name;
    for (int n = 2; !names.add(unique.toLowerCase(Locale.ROOT)); n++) {
      unique = n + "_" + name;
    }
    return unique;
  }

  private static String summary(List<Upload> read) {
    return read.size() == 1
        ? "read " + read.getFirst().document().name()
        : "read " + read.size() + " files";
  }
}
