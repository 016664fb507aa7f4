package dev.meanwhile.generator;

import dev.meanwhile.task.handler.PermanentFailure;
import dev.meanwhile.task.handler.TaskRun;
import dev.meanwhile.trace.extract.Extraction;
import java.time.Duration;

/// Lets an extraction go on while its run does and within its time, and reports how far it is.
public final class Extracting implements Extraction.Watch {
  /// The share of the work that reading the text is; the rest is looking at the wording.
  private static final int READ = 50;
  private static final long REPORT_EVERY = Duration.ofMillis(100).toNanos();

  private final Runnable goOn;
  private final GeneratorSettings settings;
  private final boolean counts;
  private final Report report;
  private final long begun = System.nanoTime();
  private long reported = begun - REPORT_EVERY;

  /// Takes the report of an extraction, as a percentage of it and in words.
  @FunctionalInterface
  public interface Report {
    void at(int percent, String words);
  }

  /// @param goOn throws when the work should end
  Extracting(Runnable goOn, GeneratorSettings settings, boolean counts, Report report) {
    this.goOn = goOn;
    this.settings = settings;
    this.counts = counts;
    this.report = report;
  }

  /// For an extraction whose requirements are only counted or compared: there may be any number.
  public static Extracting any(TaskRun run, GeneratorSettings settings, Report report) {
    return new Extracting(run::checkpoint, settings, false, report);
  }

  /// For the extraction of a matrix: over `meanwhile.generators.max-requirements` it ends before the wording is looked at.
  public static Extracting matrix(TaskRun run, GeneratorSettings settings, Report report) {
    return new Extracting(run::checkpoint, settings, true, report);
  }

  @Override
  public void read(int percent) {
    at(READ * percent / 100, "Looking for requirements: " + percent + " %");
  }

  @Override
  public void found(int requirements) {
    if (counts && requirements > settings.maxRequirements()) {
      throw new PermanentFailure("too_many_requirements",
          "%,d requirements were found, the most is %,d (meanwhile.generators.max-requirements)."
              .formatted(requirements, settings.maxRequirements()));
    }
  }

  @Override
  public void wordings(int done, int all) {
    int percent = Math.toIntExact(100L * done / all);
    at(READ + (100 - READ) * percent / 100, "Looking at the wording: " + percent + " %");
  }

  private void at(int percent, String words) {
    goOn.run();
    long now = System.nanoTime();
    if (now - begun > settings.extractionLimit().toNanos()) {
      throw new PermanentFailure("extraction_limit",
          "Looking for requirements takes longer than %,d s (meanwhile.generators.extraction-limit)."
              .formatted(settings.extractionLimit().toSeconds()));
    }
    if (now - reported >= REPORT_EVERY) {
      reported = now;
      report.at(percent, words);
    }
  }
}
