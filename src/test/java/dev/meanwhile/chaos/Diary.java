package dev.meanwhile.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What the trials of one process did, a line each, written at once so that it outlives the process. Times are of the
/// machine's monotonic clock, which all processes share.
final class Diary {
  private final Path file;

  Diary(Path folder) {
    this.file = folder.resolve("diary-" + ProcessHandle.current().pid());
  }

  /// What is noted: a try begins, a step's work begins, a step's work ends, a try is left.
  enum Event {
    TRY, STEP, DONE, LEFT
  }

  /// A line.
  ///
  /// @param tryId of the try, made when it begins
  /// @param step "" for what concerns the whole try
  /// @param token of the execution of the step
  record Line(Event event, String tryId, UUID task, String step, String token, long nanos) {
    static Line of(String text) {
      var words = text.split("\t", -1);
      return new Line(Event.valueOf(words[0]), words[1], UUID.fromString(words[2]), words[3],
          words[4], Long.parseLong(words[5]));
    }
  }

  synchronized void note(Event event, String tryId, UUID task, String step, String token) {
    try {
      Files.writeString(file, String.join("\t", event.name(), tryId, task.toString(), step, token,
          Long.toString(System.nanoTime())) + "\n", StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// All that the processes of a folder noted, oldest first.
  static List<Line> read(Path folder) throws IOException {
    var lines = new ArrayList<Line>();
    try (var files = Files.newDirectoryStream(folder, "diary-*")) {
      for (var file : files) {
        // a killed process may leave half a line
        Files.readAllLines(file).stream().filter(line -> line.matches("(.*\t){5}\\d{6,}"))
            .map(Line::of).forEach(lines::add);
      }
    }
    lines.sort(java.util.Comparator.comparingLong(Line::nanos));
    return lines;
  }
}
